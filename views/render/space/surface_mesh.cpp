#include "views/render/space/surface_mesh.h"

#include "views/render/space/color_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render::space {
namespace {

/// Positions along one side of a grid inside the box, and where each lies between two of the surface's own.
struct Side3 {
  std::vector<double> places; ///< box coordinates
  std::vector<double> index;  ///< of the grid; not whole where the box cuts a cell
};

Side3 sideOf(int count, double first, double last, double minimum, double maximum, double half) {
  Side3 side;
  const auto place = [&](double i) {
    const double value = first + (last - first) * i / (count - 1);
    return half * (2 * (value - minimum) / (maximum - minimum) - 1);
  };
  const double slack = half * 1e-9;
  const auto put = [&](double i) {
    side.places.push_back(std::clamp(place(i), -half, half));
    side.index.push_back(i);
  };
  for (int i = 0; i < count; ++i) {
    const double here = place(i);
    const bool isInside = std::abs(here) <= half + slack;
    if (i > 0) {
      const double before = place(i - 1);
      for (const double edge3 : {before < here ? -half : half, before < here ? half : -half}) {
        const double share = (edge3 - before) / (here - before);
        if (share > 1e-9 && share < 1 - 1e-9)
          put(i - 1 + share);
      }
    }
    if (isInside)
      put(i);
  }
  if (side.places.size() >= 2 && side.places.front() > side.places.back()) {
    std::reverse(side.places.begin(), side.places.end());
    std::reverse(side.index.begin(), side.index.end());
  }
  return side;
}

double heightBetween(const scene::Surface& surface, double column, double row) {
  const auto read = [&](int i, int j) {
    return surface.heights[static_cast<std::size_t>(j) * static_cast<std::size_t>(surface.columns) +
                           static_cast<std::size_t>(i)];
  };
  const int i = std::min(static_cast<int>(column), surface.columns - 2);
  const int j = std::min(static_cast<int>(row), surface.rows - 2);
  const double u = column - i;
  const double v = row - j;
  if (u == 0 && v == 0)
    return read(i, j);
  // A corner with no weight must not spoil the others by being infinite.
  double sum = 0;
  for (const int down : {0, 1})
    for (const int across : {0, 1})
      if (const double weight = (across ? u : 1 - u) * (down ? v : 1 - v); weight > 0)
        sum += weight * read(i + across, j + down);
  return sum;
}

Point3 normalAt(const SurfaceMesh& mesh, int column, int row) {
  const auto slope = [&](int before, int after, bool isAcross) {
    const MeshVertex& a = isAcross ? mesh.vertex(before, row) : mesh.vertex(column, before);
    const MeshVertex& b = isAcross ? mesh.vertex(after, row) : mesh.vertex(column, after);
    const double run = isAcross ? b.at.x - a.at.x : b.at.y - a.at.y;
    return run > 0 ? (b.at.z - a.at.z) / run : 0;
  };
  const auto either = [&](int at, int last, bool isAcross) {
    const double middle = slope(std::max(0, at - 1), std::min(last, at + 1), isAcross);
    if (std::isfinite(middle))
      return middle;
    const double after = slope(at, std::min(last, at + 1), isAcross);
    return std::isfinite(after) ? after : slope(std::max(0, at - 1), at, isAcross);
  };
  return {-either(column, mesh.columns - 1, true), -either(row, mesh.rows - 1, false), 1};
}

} // namespace

bool SurfaceMesh::hasCell(int column, int row) const {
  return std::isfinite(vertex(column, row).t) && std::isfinite(vertex(column + 1, row).t) &&
         std::isfinite(vertex(column, row + 1).t) && std::isfinite(vertex(column + 1, row + 1).t);
}

std::optional<double> SurfaceMesh::heightAt(double boxX, double boxY) const {
  if (columns < 2 || rows < 2 || !(boxX >= x.front() && boxX <= x.back()) ||
      !(boxY >= y.front() && boxY <= y.back()))
    return std::nullopt;
  const auto cellOf = [](const std::vector<double>& places, double at) {
    const auto after = std::upper_bound(places.begin(), places.end(), at) - places.begin();
    return std::clamp(static_cast<int>(after) - 1, 0, static_cast<int>(places.size()) - 2);
  };
  const int i = cellOf(x, boxX);
  const int j = cellOf(y, boxY);
  if (!hasCell(i, j))
    return std::nullopt;
  const auto column = static_cast<std::size_t>(i);
  const auto row = static_cast<std::size_t>(j);
  const double u = (boxX - x[column]) / (x[column + 1] - x[column]);
  const double v = (boxY - y[row]) / (y[row + 1] - y[row]);
  const double corner = vertex(i, j).at.z;
  const double far = vertex(i + 1, j + 1).at.z;
  const double side = u >= v ? vertex(i + 1, j).at.z : vertex(i, j + 1).at.z;
  return u >= v ? corner + u * (side - corner) + v * (far - side)
                : corner + v * (side - corner) + u * (far - side);
}

SurfaceMesh meshOf(const scene::Surface& surface, const Box& box) {
  SurfaceMesh mesh;
  constexpr int mostLines3 = 4096;
  if (surface.columns < 2 || surface.rows < 2 || surface.columns > mostLines3 || surface.rows > mostLines3 ||
      surface.heights.size() !=
          static_cast<std::size_t>(surface.columns) * static_cast<std::size_t>(surface.rows) ||
      !std::isfinite(surface.right - surface.left) || !std::isfinite(surface.back - surface.front) ||
      surface.left == surface.right || surface.front == surface.back)
    return mesh;
  const Side3 across =
      sideOf(surface.columns, surface.left, surface.right, box.minimum.x, box.maximum.x, box.half.x);
  const Side3 along =
      sideOf(surface.rows, surface.front, surface.back, box.minimum.y, box.maximum.y, box.half.y);
  if (across.places.size() < 2 || along.places.size() < 2)
    return mesh;
  mesh.x = across.places;
  mesh.y = along.places;
  mesh.columns = static_cast<int>(mesh.x.size());
  mesh.rows = static_cast<int>(mesh.y.size());
  mesh.vertices.reserve(mesh.x.size() * mesh.y.size());
  // Heights far outside the box only tell where the surface leaves it; clamped, their slopes stay numbers.
  constexpr double farthest = 1e4;
  for (std::size_t j = 0; j < mesh.y.size(); ++j)
    for (std::size_t i = 0; i < mesh.x.size(); ++i) {
      const double height = heightBetween(surface, across.index[i], along.index[j]);
      MeshVertex vertex;
      const double t = (height - box.minimum.z) / (box.maximum.z - box.minimum.z);
      vertex.t = std::isfinite(t) ? static_cast<float>(std::clamp(t, -farthest, farthest))
                                  : std::numeric_limits<float>::quiet_NaN();
      const double clamped = std::isfinite(t) ? std::clamp(t, -farthest, farthest) : t;
      vertex.at = {mesh.x[i], mesh.y[j], box.half.z * (2 * clamped - 1)};
      mesh.vertices.push_back(vertex);
    }
  for (int j = 0; j < mesh.rows && surface.shaded; ++j)
    for (int i = 0; i < mesh.columns; ++i)
      mesh.vertices[static_cast<std::size_t>(j) * mesh.x.size() + static_cast<std::size_t>(i)].light =
          lightOn(normalAt(mesh, i, j));
  return mesh;
}

bool haveSameMesh(const scene::Surface& one, const scene::Surface& other) {
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  return one.columns == other.columns && one.rows == other.rows && same(one.left, other.left) &&
         same(one.right, other.right) && same(one.front, other.front) && same(one.back, other.back) &&
         one.shaded == other.shaded &&
         std::equal(one.heights.begin(), one.heights.end(), other.heights.begin(), other.heights.end(), same);
}

} // namespace eigenboard::render::space
