#include "views/render/arrow.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

std::optional<ArrowShape> arrowShape(QPointF from, QPointF to, double width, double gap) {
  const QPointF whole = to - from;
  const double wholeLength = std::hypot(whole.x(), whole.y());
  if (!(wholeLength >= 0.5))
    return std::nullopt;
  const QPointF along = whole / wholeLength;
  // A handle never eats more than half of the arrow: a short one still shows where it points.
  const double length = wholeLength - std::min(gap, wholeLength / 2);
  const QPointF tip = from + length * along;
  const QPointF sideways(-along.y(), along.x());

  const double fullHead = 6 + 3.4 * width;
  const double headLength = std::min(fullHead, 0.75 * length);
  const double ratio = headLength / fullHead;
  const double halfWidth = 0.38 * headLength;
  const double notch = 0.78 * headLength;

  ArrowShape shape;
  shape.shaftFrom = from;
  shape.shaftTo = tip - (notch - 0.5 * ratio) * along;
  shape.shaftWidth = width * std::max(0.4, ratio);
  shape.head << tip << tip - headLength * along + halfWidth * sideways << tip - notch * along
             << tip - headLength * along - halfWidth * sideways;
  return shape;
}

} // namespace eigenboard::render
