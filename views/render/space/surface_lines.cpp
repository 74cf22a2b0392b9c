#include "views/render/space/surface_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace eigenboard::render::space {
namespace {

/// A side or diagonal of the mesh that a contour crosses: the index of its first vertex times three and its
/// kind, so that the two triangles beside it agree about the point.
using EdgeKey = long long;

class ContourTracer {
 public:
  ContourTracer(const SurfaceMesh& mesh, double level) : mesh_(mesh), level_(level) {}

  std::vector<std::vector<Point3>> lines() {
    for (int j = 0; j + 1 < mesh_.rows; ++j)
      for (int i = 0; i + 1 < mesh_.columns; ++i)
        if (mayCross(i, j) && mesh_.hasCell(i, j)) {
          triangle({i, j, 0}, {i + 1, j, 2}, {i, j, 1});
          triangle({i, j + 1, 0}, {i, j, 2}, {i, j, 1});
        }
    return joined();
  }

 private:
  /// Most cells lie wholly on one side of the level.
  bool mayCross(int i, int j) const {
    const bool isBelow = mesh_.vertex(i, j).at.z < level_;
    return isBelow != (mesh_.vertex(i + 1, j).at.z < level_) ||
           isBelow != (mesh_.vertex(i, j + 1).at.z < level_) ||
           isBelow != (mesh_.vertex(i + 1, j + 1).at.z < level_);
  }

  /// kind 0: to the next column, 1: to both, 2: to the next row.
  struct Edge {
    int column;
    int row;
    int kind;
  };

  EdgeKey keyOf(const Edge& edge) const {
    return 3 * (static_cast<EdgeKey>(edge.row) * mesh_.columns + edge.column) + edge.kind;
  }

  bool crosses(const Edge& edge) const {
    const double from = mesh_.vertex(edge.column, edge.row).at.z;
    const double to = endOf(edge).at.z;
    return (from < level_) != (to < level_);
  }

  const MeshVertex& endOf(const Edge& edge) const {
    return mesh_.vertex(edge.column + (edge.kind != 2 ? 1 : 0), edge.row + (edge.kind != 0 ? 1 : 0));
  }

  Point3 pointOn(const Edge& edge) const {
    const Point3& from = mesh_.vertex(edge.column, edge.row).at;
    const Point3& to = endOf(edge).at;
    const double share = (level_ - from.z) / (to.z - from.z);
    Point3 point = from + share * (to - from);
    point.z = level_;
    return point;
  }

  void triangle(const Edge& first, const Edge& second, const Edge& third) {
    std::array<const Edge*, 2> crossed{};
    std::size_t count = 0;
    for (const Edge* edge : {&first, &second, &third})
      if (count < 2 && crosses(*edge))
        crossed.at(count++) = edge;
    if (count < 2)
      return;
    const EdgeKey from = keyOf(*crossed[0]);
    const EdgeKey to = keyOf(*crossed[1]);
    link(from, *crossed[0], to);
    link(to, *crossed[1], from);
  }

  void link(EdgeKey from, const Edge& edge, EdgeKey to) {
    const auto [place, isNew] = nodes_.try_emplace(from);
    Node& node = place->second;
    if (isNew) {
      node.point = pointOn(edge);
      order_.push_back(from);
    }
    if (node.count < 2)
      node.to.at(static_cast<std::size_t>(node.count++)) = to;
  }

  std::vector<std::vector<Point3>> joined() {
    std::vector<std::vector<Point3>> lines;
    // Open lines first, from their ends; what is left is closed.
    for (const bool isClosed : {false, true})
      for (const EdgeKey start : order_) {
        const Node& first = nodes_.at(start);
        if (first.isUsed || (!isClosed && first.count != 1))
          continue;
        std::vector<Point3> line;
        EdgeKey here = start;
        bool goesOn = true;
        while (goesOn) {
          Node& at = nodes_.at(here);
          at.isUsed = true;
          line.push_back(at.point);
          goesOn = false;
          for (int i = 0; i < at.count && !goesOn; ++i)
            if (const EdgeKey next = at.to.at(static_cast<std::size_t>(i)); !nodes_.at(next).isUsed) {
              here = next;
              goesOn = true;
            }
        }
        if (isClosed && line.size() > 2)
          line.push_back(line.front());
        lines.push_back(std::move(line));
      }
    return lines;
  }

  struct Node {
    Point3 point;
    std::array<EdgeKey, 2> to{};
    int count = 0;
    bool isUsed = false;
  };

  const SurfaceMesh& mesh_;
  double level_;
  std::unordered_map<EdgeKey, Node> nodes_;
  std::vector<EdgeKey> order_;
};

} // namespace

std::vector<std::vector<Point3>> contourLines(const SurfaceMesh& mesh, double level) {
  return std::isfinite(level) ? ContourTracer(mesh, level).lines() : std::vector<std::vector<Point3>>();
}

std::vector<std::vector<Point3>> gridLines(const SurfaceMesh& mesh, int every) {
  std::vector<std::vector<Point3>> lines;
  const int step = std::max(1, every);
  const auto trace = [&](int count, auto vertexAt) {
    std::vector<Point3> line;
    for (int i = 0; i < count; ++i) {
      const MeshVertex& vertex = vertexAt(i);
      if (std::isfinite(vertex.t)) {
        line.push_back(vertex.at);
        continue;
      }
      if (line.size() > 1)
        lines.push_back(line);
      line.clear();
    }
    if (line.size() > 1)
      lines.push_back(line);
  };
  const auto isDrawn = [step](int i, int count) { return i % step == 0 || i == count - 1; };
  for (int j = 0; j < mesh.rows; ++j)
    if (isDrawn(j, mesh.rows))
      trace(mesh.columns, [&mesh, j](int i) -> const MeshVertex& { return mesh.vertex(i, j); });
  for (int i = 0; i < mesh.columns; ++i)
    if (isDrawn(i, mesh.columns))
      trace(mesh.rows, [&mesh, i](int j) -> const MeshVertex& { return mesh.vertex(i, j); });
  return lines;
}

} // namespace eigenboard::render::space
