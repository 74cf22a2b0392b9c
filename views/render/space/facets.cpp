#include "views/render/space/facets.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render::space {
namespace {

MeshVertex mixedVertex(const MeshVertex& from, const MeshVertex& to, double share) {
  const auto part = static_cast<float>(share);
  return {from.at + share * (to.at - from.at), from.t + part * (to.t - from.t),
          from.light + part * (to.light - from.light)};
}

} // namespace

std::vector<MeshVertex> cutByPlane(std::span<const MeshVertex> polygon, const Point3& through,
                                   const Point3& normal) {
  std::vector<MeshVertex> cut;
  cut.reserve(polygon.size() + 1);
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const MeshVertex& from = polygon[i];
    const MeshVertex& to = polygon[(i + 1) % polygon.size()];
    const double above = dot(from.at - through, normal);
    const double aboveNext = dot(to.at - through, normal);
    if (above >= 0)
      cut.push_back(from);
    if ((above >= 0) != (aboveNext >= 0))
      cut.push_back(mixedVertex(from, to, above / (above - aboveNext)));
  }
  return cut;
}

std::vector<Point3> cutToBox(std::vector<Point3> polygon, const Box& box) {
  if (!std::all_of(polygon.begin(), polygon.end(), isFinite))
    return {};
  const std::array<Point3, 3> axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  const std::array<double, 3> half{box.half.x, box.half.y, box.half.z};
  for (std::size_t axis = 0; axis < 3; ++axis)
    for (const double side : {-1.0, 1.0}) {
      std::vector<Point3> cut;
      for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point3& from = polygon[i];
        const Point3& to = polygon[(i + 1) % polygon.size()];
        const double inside = half.at(axis) - side * dot(from, axes.at(axis));
        const double insideNext = half.at(axis) - side * dot(to, axes.at(axis));
        if (inside >= 0)
          cut.push_back(from);
        if ((inside >= 0) != (insideNext >= 0))
          cut.push_back(from + (inside / (inside - insideNext)) * (to - from));
      }
      polygon = std::move(cut);
    }
  return polygon;
}

std::vector<Point3> planeInBox(const Point3& through, const Point3& normal, const Box& box) {
  const double length = norm(normal);
  if (!isFinite(through) || !(length > 0) || !std::isfinite(length))
    return {};
  const Point3 unit = (1 / length) * normal;
  // The foot of the box's middle on the plane, and a square about it that covers the box.
  const Point3 foot = dot(through, unit) * unit;
  if (!(norm(foot) <= box.halfDiagonal()))
    return {};
  const Point3 first = cross(unit, std::abs(unit.x) < 0.6 ? Point3{1, 0, 0} : Point3{0, 1, 0});
  const Point3 across = (3 * box.halfDiagonal() / norm(first)) * first;
  const Point3 along = cross(unit, across);
  return cutToBox(
      {foot - across - along, foot + across - along, foot + across + along, foot - across + along}, box);
}

std::vector<Point3> outlineOf(const scene::Plane3& plane, const Box& box) {
  // The normal of a plane goes into box coordinates by the reciprocal scale of the axes.
  const Point3 span = box.maximum - box.minimum;
  const Point3 normal{plane.normal.x * span.x / box.half.x, plane.normal.y * span.y / box.half.y,
                      plane.normal.z * span.z / box.half.z};
  return planeInBox(box.toBox(plane.through), normal, box);
}

std::vector<Point3> outlineOf(const scene::Patch3& patch, const Box& box) {
  std::vector<Point3> outline;
  for (const Point3& point : patch.outline)
    if (isFinite(point))
      outline.push_back(box.toBox(point));
  return outline;
}

std::optional<Sheet> sheetOf(std::vector<Point3> outline, int paint, const Box& box) {
  outline = cutToBox(std::move(outline), box);
  // Newell's normal is that of the whole polygon, whatever three of its points do.
  Point3 normal;
  for (std::size_t i = 0; i < outline.size(); ++i)
    normal = normal + cross(outline[i], outline[(i + 1) % outline.size()]);
  const double length = norm(normal);
  if (outline.size() < 3 || !(length > 1e-12))
    return std::nullopt;
  return Sheet{std::move(outline), (1 / length) * normal, paint};
}

} // namespace eigenboard::render::space
