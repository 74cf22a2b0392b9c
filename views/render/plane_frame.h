#pragma once

#include "views/scene/scene.h"

#include <QtCore/QRectF>

namespace eigenboard::render {

/// What a plane shows, in its own units: left < right, bottom < top.
struct PlaneRange {
  double left = -4;
  double right = 4;
  double bottom = -4;
  double top = 4;
  friend bool operator==(const PlaneRange&, const PlaneRange&) = default;
};

/// A range and the rectangle of pixels that shows it, y down.
struct PlaneFrame {
  QRectF area;
  PlaneRange range;

  /// Pixels per unit across and up, both positive.
  double scaleX() const { return area.width() / (range.right - range.left); }
  double scaleY() const { return area.height() / (range.top - range.bottom); }
  QPointF toPixel(QPointF point) const {
    return {area.left() + (point.x() - range.left) * scaleX(),
            area.bottom() - (point.y() - range.bottom) * scaleY()};
  }
  /// A direction, without the shift of the origin.
  QPointF toPixelVector(QPointF vector) const { return {vector.x() * scaleX(), -vector.y() * scaleY()}; }
  QPointF toPoint(QPointF pixel) const {
    return {range.left + (pixel.x() - area.left()) / scaleX(),
            range.bottom + (area.bottom() - pixel.y()) / scaleY()};
  }
};

/// The range a view asks for, fitted to an area of that size: with equal aspect the smallest that contains
/// both axes' ranges, centred; without, both ranges and 8 px around them, so that points at their ends are
/// seen whole. Axes that are empty, reversed or not finite count as -4 to 4.
PlaneRange fittedRange(const scene::PlaneView& view, QSizeF area);

/// The range with the same units across and up, and the same centre, that fits another area: the scale of its
/// shorter side stays. Without equal aspect the range itself.
PlaneRange refitted(const PlaneRange& range, QSizeF area, bool equalAspect);

PlaneRange panned(const PlaneFrame& frame, QPointF pixels);

/// Zoomed about a pixel that keeps its point; factor > 1 comes nearer. Stops where doubles run out of digits,
/// or at a width of 1e12: then the range comes back as it was.
PlaneRange zoomed(const PlaneFrame& frame, QPointF pixel, double factor);

} // namespace eigenboard::render
