#include "views/render/space/color_map.h"
#include "views/render/space/facets.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace eigenboard::render::space {
namespace {

/// Beyond this many planes the tree could cut everything into dust; the others are ordered by distance.
constexpr std::size_t mostPlanes = 48;

/// The cells along one side from the far ones to the near ones: those before the eye upwards, those behind it
/// downwards, so that both end at it.
std::vector<int> farToNear(const std::vector<double>& places, double eye, double towards,
                           bool isPerspective) {
  const int count = static_cast<int>(places.size()) - 1;
  std::vector<int> order;
  order.reserve(static_cast<std::size_t>(count));
  int middle = towards > 0 ? count : 0;
  if (isPerspective)
    middle = static_cast<int>(std::upper_bound(places.begin(), places.end(), eye) - places.begin()) - 1;
  for (int i = 0; i < std::min(middle, count); ++i)
    order.push_back(i);
  for (int i = count - 1; i >= std::max(middle, 0); --i)
    order.push_back(i);
  return order;
}

class FacetOrder {
 public:
  explicit FacetOrder(const SpaceFrame& frame) : frame_(frame) {}

  void addMeshes(const std::vector<PaintedMesh>& meshes) {
    std::vector<PaintedMesh> rest = meshes;
    std::vector<std::vector<Facet>> groups;
    while (!rest.empty()) {
      std::vector<PaintedMesh> group;
      const SurfaceMesh& first = *rest.front().mesh;
      std::erase_if(rest, [&](const PaintedMesh& candidate) {
        const bool isSame = candidate.mesh->x == first.x && candidate.mesh->y == first.y;
        if (isSame)
          group.push_back(candidate);
        return isSame;
      });
      addGroup(group);
      groups.push_back(std::exchange(cells_, {}));
    }
    for (std::vector<Facet>& group : groups)
      std::move(group.begin(), group.end(), std::back_inserter(cells_));
    if (groups.size() > 1)
      sortByDistance(cells_);
  }

  std::vector<Facet> result(std::vector<Sheet> sheets) {
    std::vector<Facet> flat;
    for (const Sheet& sheet : sheets)
      if (sheets.size() > mostPlanes)
        flat.push_back(facetOf(sheet));
    if (!flat.empty()) {
      std::move(flat.begin(), flat.end(), std::back_inserter(cells_));
      sortByDistance(cells_);
      return std::move(cells_);
    }
    std::vector<Facet> ordered;
    emitRegion(std::move(sheets), std::move(cells_), ordered);
    return ordered;
  }

 private:
  double nearnessOf(const Facet& facet) const {
    Point3 sum;
    for (const MeshVertex& corner : facet.corners)
      sum = sum + corner.at;
    return frame_.boxToPixel((1.0 / static_cast<double>(facet.corners.size())) * sum).nearness;
  }

  void sortByDistance(std::vector<Facet>& facets) const {
    std::vector<std::pair<double, std::size_t>> keys;
    for (std::size_t i = 0; i < facets.size(); ++i)
      keys.emplace_back(nearnessOf(facets[i]), i);
    std::sort(keys.begin(), keys.end());
    std::vector<Facet> sorted;
    sorted.reserve(facets.size());
    for (const auto& [nearness, index] : keys)
      sorted.push_back(std::move(facets[index]));
    facets = std::move(sorted);
  }

  void addGroup(std::vector<PaintedMesh> group) {
    const SurfaceMesh& grid = *group.front().mesh;
    const std::vector<int> columns =
        farToNear(grid.x, frame_.eye().x, frame_.towardsEye().x, frame_.isPerspective());
    const std::vector<int> rows =
        farToNear(grid.y, frame_.eye().y, frame_.towardsEye().y, frame_.isPerspective());
    cells_.reserve(columns.size() * rows.size() * group.size());
    for (const int column : columns)
      for (const int row : rows) {
        if (group.size() > 1)
          sortInColumn(group, column, row);
        for (const PaintedMesh& painted : group)
          if (painted.mesh->hasCell(column, row))
            addCell(*painted.mesh, column, row, painted.paint);
      }
  }

  /// What the eye looks down on hides what lies lower.
  void sortInColumn(std::vector<PaintedMesh>& group, int column, int row) const {
    double sum = 0;
    for (const PaintedMesh& painted : group)
      sum += middleHeight(*painted.mesh, column, row);
    const double mean = sum / static_cast<double>(group.size());
    const bool isFromAbove = frame_.isPerspective() ? frame_.eye().z >= mean : frame_.towardsEye().z >= 0;
    std::sort(group.begin(), group.end(), [&](const PaintedMesh& one, const PaintedMesh& other) {
      const double difference = middleHeight(*one.mesh, column, row) - middleHeight(*other.mesh, column, row);
      return isFromAbove ? difference < 0 : difference > 0;
    });
  }

  static double middleHeight(const SurfaceMesh& mesh, int column, int row) {
    if (!mesh.hasCell(column, row))
      return 0;
    return (mesh.vertex(column, row).at.z + mesh.vertex(column + 1, row).at.z +
            mesh.vertex(column, row + 1).at.z + mesh.vertex(column + 1, row + 1).at.z) /
           4;
  }

  void addCell(const SurfaceMesh& mesh, int column, int row, int paint) {
    const MeshVertex& a = mesh.vertex(column, row);
    const MeshVertex& b = mesh.vertex(column + 1, row);
    const MeshVertex& c = mesh.vertex(column + 1, row + 1);
    const MeshVertex& d = mesh.vertex(column, row + 1);
    const Point3 diagonal = c.at - a.at;
    const Point3 first = cross(b.at - a.at, diagonal);
    const Point3 second = cross(diagonal, d.at - a.at);
    // The normals point up: whether the eye sees the upper side.
    const bool isFirstUnder = !frame_.seesFrom(a.at, first);
    const bool isSecondUnder = !frame_.seesFrom(a.at, second);
    // Two triangles with the same side to the eye make a plain quadrilateral on the picture.
    if (isFirstUnder == isSecondUnder) {
      addCut({{a, b, c, d}, paint, isFirstUnder});
      return;
    }
    // The one on the far side of the upright plane through the diagonal first.
    const Point3 wall{diagonal.y, -diagonal.x, 0}; // points to b's side
    const bool seesFirst = frame_.seesFrom(a.at, wall);
    if (seesFirst)
      addCut({{a, c, d}, paint, isSecondUnder});
    addCut({{a, b, c}, paint, isFirstUnder});
    if (!seesFirst)
      addCut({{a, c, d}, paint, isSecondUnder});
  }

  void addCut(Facet facet) {
    const auto isOut = [](const MeshVertex& corner) { return corner.t < 0 || corner.t > 1; };
    if (std::none_of(facet.corners.begin(), facet.corners.end(), isOut)) {
      cells_.push_back(std::move(facet));
      return;
    }
    const double top = frame_.box().half.z;
    for (Facet& piece : flatPieces(std::move(facet))) {
      piece.corners = cutByPlane(piece.corners, {0, 0, -top}, {0, 0, 1});
      piece.corners = cutByPlane(piece.corners, {0, 0, top}, {0, 0, -1});
      if (piece.corners.size() >= 3)
        cells_.push_back(std::move(piece));
    }
  }

  /// A cell is not flat, its two triangles are; only flat pieces can be cut.
  static std::vector<Facet> flatPieces(Facet facet) {
    const std::vector<MeshVertex>& at = facet.corners;
    if (at.size() != 4)
      return {std::move(facet)};
    return {{{at[0], at[1], at[2]}, facet.paint, facet.isUnder},
            {{at[0], at[2], at[3]}, facet.paint, facet.isUnder}};
  }

  static Facet facetOf(const Sheet& sheet) {
    Facet facet;
    facet.paint = sheet.paint;
    for (const Point3& point : sheet.outline)
      facet.corners.push_back({point, 0.5F, evenLight});
    return facet;
  }

  /// Appends the pieces of a convex part of space.
  void emitRegion(std::vector<Sheet> sheets, std::vector<Facet> cells, std::vector<Facet>& ordered) const {
    if (sheets.empty()) {
      std::move(cells.begin(), cells.end(), std::back_inserter(ordered));
      return;
    }
    const Sheet divider = sheets.front();
    const Point3 through = divider.outline.front();
    const double facing = frame_.seesFrom(through, divider.normal) ? 1 : -1;
    const Point3 normal = facing * divider.normal; // towards the eye
    std::vector<Facet> onPlane{facetOf(divider)};
    std::vector<Sheet> farSheets;
    std::vector<Sheet> nearSheets;
    for (std::size_t i = 1; i < sheets.size(); ++i)
      divideSheet(sheets[i], through, normal, farSheets, nearSheets, onPlane);
    std::vector<Facet> farCells;
    std::vector<Facet> nearCells;
    for (Facet& cell : cells)
      divideCell(std::move(cell), through, normal, farCells, nearCells);
    emitRegion(std::move(farSheets), std::move(farCells), ordered);
    std::move(onPlane.begin(), onPlane.end(), std::back_inserter(ordered));
    emitRegion(std::move(nearSheets), std::move(nearCells), ordered);
  }

  struct Reach {
    double least = 0;
    double most = 0;
  };
  static Reach reachOf(const std::vector<MeshVertex>& corners, const Point3& through, const Point3& normal) {
    Reach reach;
    for (const MeshVertex& corner : corners) {
      const double above = dot(corner.at - through, normal);
      reach.least = std::min(reach.least, above);
      reach.most = std::max(reach.most, above);
    }
    return reach;
  }

  static void divideSheet(const Sheet& sheet, const Point3& through, const Point3& normal,
                          std::vector<Sheet>& farSheets, std::vector<Sheet>& nearSheets,
                          std::vector<Facet>& onPlane) {
    constexpr double thickness = 1e-9;
    const Facet whole = facetOf(sheet);
    const Reach reach = reachOf(whole.corners, through, normal);
    if (reach.most <= thickness && reach.least >= -thickness) {
      onPlane.push_back(whole);
      return;
    }
    const auto piece = [&](const Point3& side) {
      Sheet part{{}, sheet.normal, sheet.paint};
      for (const MeshVertex& corner : cutByPlane(whole.corners, through, side))
        part.outline.push_back(corner.at);
      return part;
    };
    if (reach.least < -thickness)
      farSheets.push_back(reach.most <= thickness ? sheet : piece(-1.0 * normal));
    if (reach.most > thickness)
      nearSheets.push_back(reach.least >= -thickness ? sheet : piece(normal));
  }

  static void divideCell(Facet cell, const Point3& through, const Point3& normal,
                         std::vector<Facet>& farCells, std::vector<Facet>& nearCells) {
    const Reach reach = reachOf(cell.corners, through, normal);
    if (reach.most <= 0) {
      farCells.push_back(std::move(cell));
      return;
    }
    if (reach.least >= 0) {
      nearCells.push_back(std::move(cell));
      return;
    }
    for (const Facet& piece : flatPieces(std::move(cell))) {
      Facet farPart{cutByPlane(piece.corners, through, -1.0 * normal), piece.paint, piece.isUnder};
      if (farPart.corners.size() >= 3)
        farCells.push_back(std::move(farPart));
      Facet nearPart{cutByPlane(piece.corners, through, normal), piece.paint, piece.isUnder};
      if (nearPart.corners.size() >= 3)
        nearCells.push_back(std::move(nearPart));
    }
  }

  const SpaceFrame& frame_;
  std::vector<Facet> cells_;
};

} // namespace

std::vector<Facet> orderedFacets(const std::vector<PaintedMesh>& meshes, std::vector<Sheet> sheets,
                                 const SpaceFrame& frame) {
  FacetOrder order(frame);
  order.addMeshes(meshes);
  return order.result(std::move(sheets));
}

} // namespace eigenboard::render::space
