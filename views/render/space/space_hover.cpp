#include "views/render/space/space_hover.h"

#include "views/render/mark_name.h"
#include "views/render/ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render::space {
namespace {

constexpr double pointReach3 = 14;
constexpr double lineReach3 = 7;

int decimalsOn(double halfSide, double span, double scale) {
  return std::clamp(static_cast<int>(std::ceil(std::log10(2 * halfSide * scale / span))), 2, 12);
}

/// The share of a segment at which a pixel is nearest to it.
double shareNearest(QPointF from, QPointF to, QPointF pixel) {
  const QPointF along = to - from;
  const double squared = QPointF::dotProduct(along, along);
  return squared > 0 ? std::clamp(QPointF::dotProduct(pixel - from, along) / squared, 0.0, 1.0) : 0;
}

class Search3 {
 public:
  Search3(const SpaceFrame& frame, QPointF pixel, std::optional<double> solidNearness)
      : frame_(frame), pixel_(pixel), solidNearness_(solidNearness) {}

  void offerPoint(const QString& name, const Point3& point, bool showsThrough = false) {
    if (name.isEmpty() || !isFinite(point))
      return;
    const Pixel3 at = frame_.toPixel(point);
    const double away = distanceTo(at.point());
    if (!(away <= pointReach3) || !(away < nearestPoint_) || (!showsThrough && isBehind(at.nearness)))
      return;
    nearestPoint_ = away;
    pointNote_ = HoverNote{name, coordinateText(point, frame_), at.point()};
  }

  /// told: the point to speak of; none: the one on the line.
  void offerLine(const QString& name, const Point3& from, const Point3& to,
                 const std::optional<Point3>& told = {}) {
    if (name.isEmpty() || !isFinite(from) || !isFinite(to))
      return;
    const Pixel3 start = frame_.toPixel(from);
    const Pixel3 end = frame_.toPixel(to);
    const double share = shareNearest(start.point(), end.point(), pixel_);
    const QPointF at = start.point() + share * (end.point() - start.point());
    const double nearness = start.nearness + share * (end.nearness - start.nearness);
    const double away = distanceTo(at);
    if (!(away <= lineReach3) || !(away < nearestLine_) || isBehind(nearness))
      return;
    nearestLine_ = away;
    // With perspective the middle of the picture of a segment is not the picture of its middle.
    const double inSpace = frame_.isPerspective() ? share * end.nearness / nearness : share;
    lineNote_ = HoverNote{name, coordinateText(told ? *told : from + inSpace * (to - from), frame_), at};
  }

  std::optional<HoverNote> result() const { return pointNote_ ? pointNote_ : lineNote_; }

 private:
  double distanceTo(QPointF at) const { return std::hypot(at.x() - pixel_.x(), at.y() - pixel_.y()); }
  bool isBehind(double nearness) const { return solidNearness_ && *solidNearness_ > 1.03 * nearness; }

  const SpaceFrame& frame_;
  QPointF pixel_;
  std::optional<double> solidNearness_;
  double nearestPoint_ = std::numeric_limits<double>::infinity();
  double nearestLine_ = std::numeric_limits<double>::infinity();
  std::optional<HoverNote> pointNote_;
  std::optional<HoverNote> lineNote_;
};

void look3(Search3& search, const scene::Mark3& mark) {
  if (const auto* arrow = std::get_if<scene::Arrow3>(&mark)) {
    search.offerPoint(arrow->name, arrow->to);
    search.offerLine(arrow->name, arrow->from, arrow->to, arrow->to);
  } else if (const auto* points = std::get_if<scene::Points3>(&mark)) {
    for (const Point3& point : points->points)
      search.offerPoint(points->name, point);
  } else if (const auto* curve = std::get_if<scene::Curve3>(&mark)) {
    for (std::size_t i = 0; i + 1 < curve->points.size(); ++i)
      search.offerLine(curve->name, curve->points[i], curve->points[i + 1]);
  }
}

} // namespace

QString coordinateText(const Point3& point, const SpaceFrame& frame) {
  const Box& box = frame.box();
  const Point3 span = box.maximum - box.minimum;
  return QStringLiteral("(%1, %2, %3)")
      .arg(decimalText(point.x, decimalsOn(box.half.x, span.x, frame.scale())),
           decimalText(point.y, decimalsOn(box.half.y, span.y, frame.scale())),
           decimalText(point.z, decimalsOn(box.half.z, span.z, frame.scale())));
}

int handleAt(const scene::SpaceView& view, const SpaceFrame& frame, QPointF pixel, double radius) {
  int nearest = -1;
  double nearestDistance = radius;
  for (std::size_t i = 0; i < view.handles.size(); ++i) {
    if (!isFinite(view.handles[i].position))
      continue;
    const QPointF way = frame.toPixel(view.handles[i].position).point() - pixel;
    if (const double away = std::hypot(way.x(), way.y()); away <= nearestDistance) {
      nearest = static_cast<int>(i);
      nearestDistance = away;
    }
  }
  return nearest;
}

std::optional<SurfacePoint> surfaceAt(const FillMemory& surfaces, const SpaceFrame& frame, QPointF pixel) {
  std::optional<SurfacePoint> nearest;
  const Ray ray = frame.boxRay(pixel);
  for (std::size_t i = 0; i < surfaces.surfaces.size(); ++i) {
    if (!surfaces.surfaces[i])
      continue;
    const auto hit = firstHit(surfaces.surfaces[i]->mesh, ray, frame.box());
    if (!hit)
      continue;
    const double nearness = frame.boxToPixel(*hit).nearness;
    if (!nearest || nearness > nearest->nearness)
      nearest = SurfacePoint{i, frame.box().fromBox(*hit), nearness};
  }
  return nearest;
}

std::optional<HoverNote> hoverAt(const scene::SpaceView& view, const FillMemory& surfaces,
                                 const SpaceFrame& frame, QPointF pixel) {
  const std::optional<SurfacePoint> under = surfaceAt(surfaces, frame, pixel);
  const bool isSolid = under && surfaces.surfaces[under->mark]->surface.opacity >= 1;
  Search3 search(frame, pixel, isSolid ? std::optional(under->nearness) : std::nullopt);
  for (const scene::Handle3& handle : view.handles)
    search.offerPoint(handle.name, handle.position, true);
  for (const scene::Mark3& mark : view.marks)
    look3(search, mark);
  if (const auto note = search.result())
    return note;
  const std::optional<SurfacePoint> sheet = sheetAt(view, frame, pixel);
  const bool isSheetNearer = sheet && (!under || sheet->nearness > under->nearness);
  const std::optional<SurfacePoint>& told = isSheetNearer ? sheet : under;
  if (!told || nameOf(view.marks[told->mark]).isEmpty())
    return std::nullopt;
  return HoverNote{nameOf(view.marks[told->mark]), coordinateText(told->point, frame), pixel};
}

} // namespace eigenboard::render::space
