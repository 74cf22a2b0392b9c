#pragma once

#include <QtCore/QPointF>
#include <QtGui/QPolygonF>

#include <optional>

namespace eigenboard::render {

/// An arrow in pixels: the shaft ends inside the head, so that no gap and no blunt tip shows. The head is
/// that of a long arrow at that width, and shrinks with an arrow too short for it; the shaft thins along with
/// it.
struct ArrowShape {
  QPointF shaftFrom;
  QPointF shaftTo;
  double shaftWidth = 0;
  QPolygonF head; ///< four points: tip, wing, notch, wing
};

/// None when the arrow is shorter than half a pixel: draw a dot of the stroke's width instead.
/// gap: pixels between the tip of the head and to, where a handle sits.
std::optional<ArrowShape> arrowShape(QPointF from, QPointF to, double width, double gap = 0);

} // namespace eigenboard::render
