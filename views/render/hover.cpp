#include "views/render/hover.h"

#include "views/render/clipping.h"
#include "views/render/heat_map.h"
#include "views/render/ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render {
namespace {

using namespace scene;

constexpr double pointReach = 14;
constexpr double lineReach = 7;

double distance(QPointF a, QPointF b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QPointF nearestOn(const QLineF& line, QPointF pixel) {
  const QPointF along = line.p2() - line.p1();
  const double squared = QPointF::dotProduct(along, along);
  if (!(squared > 0))
    return line.p1();
  const double t = std::clamp(QPointF::dotProduct(pixel - line.p1(), along) / squared, 0.0, 1.0);
  return line.p1() + t * along;
}

int decimalsFor(double pixelsPerUnit) {
  return std::clamp(static_cast<int>(std::ceil(std::log10(pixelsPerUnit))), 2, 12);
}

/// So many that a thousandth of the range of the colours is told, two or more.
int decimalsOf(const HeatMap& map) {
  const double range = map.maximum - map.minimum;
  return range > 0 ? std::clamp(static_cast<int>(std::ceil(3 - std::log10(range))), 2, 12) : 2;
}

/// Keeps the nearest of what is offered within a reach.
class Search {
 public:
  Search(const PlaneFrame& frame, QPointF pixel) : frame_(frame), pixel_(pixel) {}

  void offerPoint(const QString& name, QPointF point) {
    const QPointF at = frame_.toPixel(point);
    const double away = distance(at, pixel_);
    if (name.isEmpty() || !(away <= pointReach) || !(away < nearestPoint_))
      return;
    nearestPoint_ = away;
    pointNote_ = HoverNote{name, coordinateText(point, frame_), at};
  }

  /// values: what to say; empty: the point on the line.
  void offerLine(const QString& name, const QLineF& pixels, const QString& values = {}) {
    const QPointF at = nearestOn(pixels, pixel_);
    const double away = distance(at, pixel_);
    if (name.isEmpty() || !(away <= lineReach) || !(away < nearestLine_))
      return;
    nearestLine_ = away;
    lineNote_ = HoverNote{name, values.isEmpty() ? coordinateText(frame_.toPoint(at), frame_) : values, at};
  }

  /// values: what to say; empty: the point under the pointer.
  void offerInside(const QString& name, const QString& values = {}) {
    if (!name.isEmpty())
      regionNote_ =
          HoverNote{name, values.isEmpty() ? coordinateText(frame_.toPoint(pixel_), frame_) : values, pixel_};
  }

  std::optional<HoverNote> result() const {
    return pointNote_ ? pointNote_ : lineNote_ ? lineNote_ : regionNote_;
  }

 private:
  const PlaneFrame& frame_;
  QPointF pixel_;
  double nearestPoint_ = std::numeric_limits<double>::infinity();
  double nearestLine_ = std::numeric_limits<double>::infinity();
  std::optional<HoverNote> pointNote_;
  std::optional<HoverNote> lineNote_;
  std::optional<HoverNote> regionNote_;
};

QString whereIn(const HeatMap& map, QPointF point, const PlaneFrame& frame) {
  const QString cell = cellNameAt(map, point);
  return cell.isEmpty() ? coordinateText(point, frame) : cell;
}

void look(Search& search, const Mark& mark, const PlaneFrame& frame, QPointF pixel) {
  if (const auto* arrow = std::get_if<Arrow>(&mark)) {
    search.offerPoint(arrow->name, arrow->to);
    if (const auto shaft = clippedSegment(frame.toPixel(arrow->from), frame.toPixel(arrow->to), frame.area))
      search.offerLine(arrow->name, *shaft, coordinateText(arrow->to, frame));
  } else if (const auto* points = std::get_if<Points>(&mark)) {
    for (const QPointF& point : points->points)
      search.offerPoint(points->name, point);
  } else if (const auto* line = std::get_if<Line>(&mark)) {
    if (const auto part =
            clippedLine(frame.toPixel(line->through), frame.toPixelVector(line->direction), frame.area))
      search.offerLine(line->name, *part);
  } else if (const auto* curve = std::get_if<Curve>(&mark)) {
    for (std::size_t i = 0; i + 1 < curve->points.size() && !curve->name.isEmpty(); ++i)
      if (const auto part = clippedSegment(frame.toPixel(curve->points[i]),
                                           frame.toPixel(curve->points[i + 1]), frame.area))
        search.offerLine(curve->name, *part);
  } else if (const auto* region = std::get_if<Region>(&mark)) {
    QPolygonF outline;
    for (const QPointF& point : region->outline)
      if (isDrawable(frame.toPixel(point)))
        outline.push_back(frame.toPixel(point));
    if (!region->name.isEmpty() && outline.containsPoint(pixel, Qt::WindingFill))
      search.offerInside(region->name);
  } else if (const auto* map = std::get_if<HeatMap>(&mark)) {
    const QPointF point = frame.toPoint(pixel);
    if (const double value = valueAt(*map, point); !map->name.isEmpty() && std::isfinite(value))
      search.offerInside(map->name, whereIn(*map, point, frame) + QStringLiteral(": ") +
                                        decimalText(value, decimalsOf(*map)));
  }
}

} // namespace

int handleAt(const PlaneView& view, const PlaneFrame& frame, QPointF pixel, double radius) {
  int nearest = -1;
  double nearestDistance = radius;
  for (std::size_t i = 0; i < view.handles.size(); ++i) {
    const double away = distance(frame.toPixel(view.handles[i].position), pixel);
    // Of handles at one place the last one painted lies on top.
    if (away <= nearestDistance) {
      nearest = static_cast<int>(i);
      nearestDistance = away;
    }
  }
  return nearest;
}

std::optional<HoverNote> hoverAt(const PlaneView& view, const PlaneFrame& frame, QPointF pixel) {
  if (!frame.area.contains(pixel))
    return std::nullopt;
  Search search(frame, pixel);
  for (const Handle& handle : view.handles)
    search.offerPoint(handle.name, handle.position);
  for (const Mark& mark : view.marks)
    look(search, mark, frame, pixel);
  return search.result();
}

QString coordinateText(QPointF point, const PlaneFrame& frame) {
  return QStringLiteral("(%1, %2)")
      .arg(decimalText(point.x(), decimalsFor(frame.scaleX())),
           decimalText(point.y(), decimalsFor(frame.scaleY())));
}

} // namespace eigenboard::render
