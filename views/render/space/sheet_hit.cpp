#include "views/render/mark_name.h"
#include "views/render/space/facets.h"
#include "views/render/space/space_hover.h"

#include <QtGui/QPolygonF>

namespace eigenboard::render::space {
namespace {

std::vector<Point3> sheetOutline(const scene::Mark3& mark, const Box& box) {
  if (const auto* plane = std::get_if<scene::Plane3>(&mark))
    return outlineOf(*plane, box);
  if (const auto* patch = std::get_if<scene::Patch3>(&mark))
    return outlineOf(*patch, box);
  return {};
}

} // namespace

std::optional<SurfacePoint> sheetAt(const scene::SpaceView& view, const SpaceFrame& frame, QPointF pixel) {
  std::optional<SurfacePoint> nearest;
  const Ray ray = frame.boxRay(pixel);
  for (std::size_t i = 0; i < view.marks.size(); ++i) {
    if (nameOf(view.marks[i]).isEmpty())
      continue;
    const auto sheet = sheetOf(sheetOutline(view.marks[i], frame.box()), 0, frame.box());
    if (!sheet)
      continue;
    QPolygonF rim;
    for (const Point3& corner : sheet->outline)
      rim.push_back(frame.boxToPixel(corner).point());
    const double towards = dot(ray.direction, sheet->normal);
    if (!rim.containsPoint(pixel, Qt::WindingFill) || towards == 0)
      continue;
    const double t = dot(sheet->outline.front() - ray.origin, sheet->normal) / towards;
    const Point3 point = ray.origin + t * ray.direction;
    const double nearness = frame.boxToPixel(point).nearness;
    if (!nearest || nearness > nearest->nearness)
      nearest = SurfacePoint{i, frame.box().fromBox(point), nearness};
  }
  return nearest;
}

} // namespace eigenboard::render::space
