#pragma once

#include "views/render/space/surface_mesh.h"

#include <array>
#include <span>
#include <vector>

namespace eigenboard::render::space {

/// A flat piece of something filled, in box coordinates. paint: which of the view's fills gives the colour.
struct Facet {
  std::vector<MeshVertex> corners;
  int paint = 0;
  bool isUnder = false; ///< the eye sees the underside of a surface
};

/// A convex polygon of a plane, cut to the box.
struct Sheet {
  std::vector<Point3> outline;
  Point3 normal; ///< unit length
  int paint = 0;
};

/// The part of a convex polygon on the side of a plane where dot(p − through, normal) ≥ 0.
std::vector<MeshVertex> cutByPlane(std::span<const MeshVertex> polygon, const Point3& through,
                                   const Point3& normal);

/// The polygon cut to the box; fewer than three points: nothing is left.
std::vector<Point3> cutToBox(std::vector<Point3> polygon, const Box& box);

/// The polygon in which a plane meets the box (box coordinates); empty when it misses it.
std::vector<Point3> planeInBox(const Point3& through, const Point3& normal, const Box& box);

/// Box coordinates. Of a plane: its part in the box. Of a patch: its finite points, not cut.
std::vector<Point3> outlineOf(const scene::Plane3& plane, const Box& box);
std::vector<Point3> outlineOf(const scene::Patch3& patch, const Box& box);

/// None for fewer than three points or when they lie on a line.
std::optional<Sheet> sheetOf(std::vector<Point3> outline, int paint, const Box& box);

/// A mesh to be drawn, and its fill.
struct PaintedMesh {
  const SurfaceMesh* mesh = nullptr;
  int paint = 0;
};

/// Everything filled as flat pieces from the farthest to the nearest, so that painting them one after another
/// hides what is hidden. Cells of one surface in the order of its grid, which is exact for a height field;
/// sheets by a tree of their planes (Fuchs, Kedem and Naylor, 1980), which cuts cells and sheets where they
/// pass through one another; cells of several surfaces, where they share a grid, by height in each cell, and
/// otherwise by distance.
std::vector<Facet> orderedFacets(const std::vector<PaintedMesh>& meshes, std::vector<Sheet> sheets,
                                 const SpaceFrame& frame);

} // namespace eigenboard::render::space
