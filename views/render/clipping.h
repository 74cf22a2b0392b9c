#pragma once

#include <QtCore/QLineF>
#include <QtCore/QRectF>
#include <QtGui/QPolygonF>

#include <optional>
#include <span>
#include <vector>

namespace eigenboard::render {

/// Pixel coordinates that reach Qt's rasterizer must be finite and modest; the larger ones are slow or come
/// out wrong. Everything here takes and gives pixels. A coordinate that is not finite, or beyond 1e150, is
/// not drawable.
bool isDrawable(QPointF pixel);

/// The part of a segment inside the rectangle.
std::optional<QLineF> clippedSegment(QPointF from, QPointF to, const QRectF& bounds);

/// The part of the infinite line inside the rectangle; none for a zero direction.
std::optional<QLineF> clippedLine(QPointF through, QPointF direction, const QRectF& bounds);

/// The pieces of a polyline inside the rectangle, in order. It breaks at points that are not drawable. O(n).
std::vector<QPolygonF> clippedPolyline(std::span<const QPointF> points, const QRectF& bounds);

/// The polygon cut to the rectangle, points that are not drawable left out; the winding number of every point
/// inside the rectangle stays what it was (Sutherland and Hodgman, 1974). Fewer than three points: nothing to
/// fill.
QPolygonF clippedPolygon(std::span<const QPointF> outline, const QRectF& bounds);

} // namespace eigenboard::render
