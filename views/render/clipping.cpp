#include "views/render/clipping.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render {
namespace {

/// Far below the square root of the largest double, so that products of two coordinates stay finite.
constexpr double largestCoordinate = 1e150;

/// The parameters where from + t·direction enters and leaves the rectangle, within the given ones (Liang and
/// Barsky).
bool clipParameters(QPointF from, QPointF direction, const QRectF& bounds, double& enter, double& leave) {
  const double toEdges[4] = {from.x() - bounds.left(), bounds.right() - from.x(), from.y() - bounds.top(),
                             bounds.bottom() - from.y()};
  const double outward[4] = {-direction.x(), direction.x(), -direction.y(), direction.y()};
  for (int edge = 0; edge < 4; ++edge) {
    if (outward[edge] == 0) {
      if (toEdges[edge] < 0)
        return false;
      continue;
    }
    const double t = toEdges[edge] / outward[edge];
    if (outward[edge] < 0)
      enter = std::max(enter, t);
    else
      leave = std::min(leave, t);
  }
  return enter <= leave;
}

QPointF inside(QPointF point, const QRectF& bounds) {
  // Rounding of a clip against far endpoints can land outside.
  return {std::clamp(point.x(), bounds.left(), bounds.right()),
          std::clamp(point.y(), bounds.top(), bounds.bottom())};
}

enum class Side { Left, Right, Top, Bottom };

double depthInside(QPointF point, Side side, const QRectF& bounds) {
  switch (side) {
  case Side::Left:
    return point.x() - bounds.left();
  case Side::Right:
    return bounds.right() - point.x();
  case Side::Top:
    return point.y() - bounds.top();
  case Side::Bottom:
    return bounds.bottom() - point.y();
  }
  return 0;
}

QPolygonF cutAtSide(const QPolygonF& polygon, Side side, const QRectF& bounds) {
  QPolygonF cut;
  cut.reserve(polygon.size() + 4);
  for (qsizetype i = 0; i < polygon.size(); ++i) {
    const QPointF from = polygon[i];
    const QPointF to = polygon[(i + 1) % polygon.size()];
    const double depthFrom = depthInside(from, side, bounds);
    const double depthTo = depthInside(to, side, bounds);
    if (depthFrom >= 0)
      cut.push_back(from);
    if ((depthFrom >= 0) != (depthTo >= 0))
      cut.push_back(from + (to - from) * (depthFrom / (depthFrom - depthTo)));
  }
  return cut;
}

} // namespace

bool isDrawable(QPointF pixel) {
  // Written so that NaN fails.
  return std::abs(pixel.x()) <= largestCoordinate && std::abs(pixel.y()) <= largestCoordinate;
}

std::optional<QLineF> clippedSegment(QPointF from, QPointF to, const QRectF& bounds) {
  if (!isDrawable(from) || !isDrawable(to))
    return std::nullopt;
  if (bounds.contains(from) && bounds.contains(to))
    return QLineF(from, to);
  double enter = 0;
  double leave = 1;
  const QPointF direction = to - from;
  if (!clipParameters(from, direction, bounds, enter, leave))
    return std::nullopt;
  return QLineF(enter == 0 ? from : inside(from + enter * direction, bounds),
                leave == 1 ? to : inside(from + leave * direction, bounds));
}

std::optional<QLineF> clippedLine(QPointF through, QPointF direction, const QRectF& bounds) {
  const double size = std::max(std::abs(direction.x()), std::abs(direction.y()));
  if (!isDrawable(through) || !std::isfinite(size) || size == 0)
    return std::nullopt;
  const QPointF unit = direction / size;
  double enter = -std::numeric_limits<double>::infinity();
  double leave = std::numeric_limits<double>::infinity();
  if (!clipParameters(through, unit, bounds, enter, leave))
    return std::nullopt;
  return QLineF(inside(through + enter * unit, bounds), inside(through + leave * unit, bounds));
}

std::vector<QPolygonF> clippedPolyline(std::span<const QPointF> points, const QRectF& bounds) {
  std::vector<QPolygonF> pieces;
  bool open = false; // the last piece ends at the point before
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const auto part = clippedSegment(points[i], points[i + 1], bounds);
    if (!part) {
      open = false;
      continue;
    }
    if (!open || part->p1() != points[i])
      pieces.push_back({part->p1()});
    pieces.back().push_back(part->p2());
    open = part->p2() == points[i + 1];
  }
  return pieces;
}

QPolygonF clippedPolygon(std::span<const QPointF> outline, const QRectF& bounds) {
  QPolygonF polygon;
  polygon.reserve(static_cast<qsizetype>(outline.size()));
  for (const QPointF& point : outline)
    if (isDrawable(point))
      polygon.push_back(point);
  for (const Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom})
    polygon = cutAtSide(polygon, side, bounds);
  for (QPointF& point : polygon)
    point = inside(point, bounds);
  return polygon;
}

} // namespace eigenboard::render
