#include "views/render/space/surface_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render::space {
namespace {

/// The parameter at which a ray meets a triangle (Möller and Trumbore, 1997); none when it passes by.
std::optional<double> meets(const Ray& ray, const Point3& a, const Point3& b, const Point3& c) {
  const Point3 ab = b - a;
  const Point3 ac = c - a;
  const Point3 across = cross(ray.direction, ac);
  const double determinant = dot(ab, across);
  if (std::abs(determinant) < 1e-300)
    return std::nullopt;
  const Point3 offset = ray.origin - a;
  const double u = dot(offset, across) / determinant;
  const Point3 along = cross(offset, ab);
  const double v = dot(ray.direction, along) / determinant;
  // A ray through a shared side must not slip between two triangles.
  constexpr double slack = 1e-9;
  if (!(u >= -slack && v >= -slack && u + v <= 1 + slack))
    return std::nullopt;
  const double t = dot(ac, along) / determinant;
  return t >= 0 ? std::optional(t) : std::nullopt;
}

/// The cells of one side that values from least to most touch: first and one past the last.
std::array<int, 2> cellsBetween(const std::vector<double>& places, double least, double most) {
  const auto first = std::upper_bound(places.begin(), places.end(), least) - places.begin();
  const auto last = std::upper_bound(places.begin(), places.end(), most) - places.begin();
  const int count = static_cast<int>(places.size()) - 1;
  return {std::clamp(static_cast<int>(first) - 1, 0, count), std::clamp(static_cast<int>(last), 0, count)};
}

} // namespace

std::optional<Point3> firstHit(const SurfaceMesh& mesh, const Ray& ray, const Box& box) {
  if (mesh.vertices.empty())
    return std::nullopt;
  std::optional<double> nearest;
  const auto offer = [&](const Point3& a, const Point3& b, const Point3& c) {
    const auto t = meets(ray, a, b, c);
    if (!t || (nearest && *nearest <= *t))
      return;
    if (std::abs(ray.origin.z + *t * ray.direction.z) <= box.half.z * (1 + 1e-9))
      nearest = t;
  };
  // Column by column: in each, only the rows over which the ray passes there.
  for (int i = 0; i + 1 < mesh.columns; ++i) {
    const auto column = static_cast<std::size_t>(i);
    double least = mesh.y.front();
    double most = mesh.y.back();
    if (std::abs(ray.direction.x) > 1e-12) {
      const double one = (mesh.x[column] - ray.origin.x) / ray.direction.x;
      const double other = (mesh.x[column + 1] - ray.origin.x) / ray.direction.x;
      if (std::max(one, other) < 0)
        continue;
      const double yOne = ray.origin.y + one * ray.direction.y;
      const double yOther = ray.origin.y + other * ray.direction.y;
      least = std::min(yOne, yOther) - 1e-9;
      most = std::max(yOne, yOther) + 1e-9;
    } else if (ray.origin.x < mesh.x[column] - 1e-9 || ray.origin.x > mesh.x[column + 1] + 1e-9) {
      continue;
    }
    if (most < mesh.y.front() || least > mesh.y.back())
      continue;
    const auto rows = cellsBetween(mesh.y, least, most);
    for (int j = rows[0]; j < rows[1]; ++j) {
      if (!mesh.hasCell(i, j))
        continue;
      const Point3& a = mesh.vertex(i, j).at;
      const Point3& c = mesh.vertex(i + 1, j + 1).at;
      offer(a, mesh.vertex(i + 1, j).at, c);
      offer(a, c, mesh.vertex(i, j + 1).at);
    }
  }
  if (!nearest)
    return std::nullopt;
  return ray.origin + *nearest * ray.direction;
}

} // namespace eigenboard::render::space
