#pragma once

#include "views/render/space/space_frame.h"

#include <optional>
#include <vector>

namespace eigenboard::render::space {

/// A grid point as the painters take it. t: height as a share of the box, beyond [0, 1] outside it.
struct MeshVertex {
  Point3 at; ///< box coordinates
  float t = 0;
  float light = 0.5F;
};

/// A surface as a grid of vertices in box coordinates, cut to the box in x and y; heights beyond it stay, and
/// are cut when they are drawn. Each cell is two triangles that share the diagonal from its corner (0, 0) to
/// (1, 1).
struct SurfaceMesh {
  int columns = 0;
  int rows = 0;
  std::vector<MeshVertex> vertices; ///< row by row
  std::vector<double> x;            ///< box coordinates of the columns and rows
  std::vector<double> y;

  const MeshVertex& vertex(int column, int row) const {
    return vertices[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                    static_cast<std::size_t>(column)];
  }
  /// Whether all four corners of a cell have finite heights.
  bool hasCell(int column, int row) const;
  /// The height (box coordinates) over a point, on the triangles; none outside the grid and over holes.
  std::optional<double> heightAt(double boxX, double boxY) const;
};

/// Empty when the grid has fewer than two columns or rows, the wrong count of heights, or no usable range.
/// O(columns × rows).
SurfaceMesh meshOf(const scene::Surface& surface, const Box& box);

/// Whether two surfaces have the same shape and lighting, so that one mesh serves both.
bool haveSameMesh(const scene::Surface& one, const scene::Surface& other);

/// The lines of a mesh at a level (box height), joined to polylines in box coordinates: linear interpolation
/// on the sides and diagonals of the cells, so that they lie on the triangles.
std::vector<std::vector<Point3>> contourLines(const SurfaceMesh& mesh, double level);

/// Every n-th line of the grid, and the first and last, as polylines; they break at holes.
std::vector<std::vector<Point3>> gridLines(const SurfaceMesh& mesh, int every);

/// Where a ray (box coordinates) first meets the mesh inside the box: none, or the point. O(cells that the
/// ray passes over).
std::optional<Point3> firstHit(const SurfaceMesh& mesh, const Ray& ray, const Box& box);

} // namespace eigenboard::render::space
