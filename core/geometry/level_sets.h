#pragma once

#include "core/geometry/sampled_field.h"

#include <Eigen/Core>

namespace eigenboard::geometry {

/// A polyline on which a field has one value. Of a closed one the last point is the first again.
struct LevelLine {
  std::vector<Eigen::Vector2d> points;
  bool isClosed = false;
};

/// Where a field has one value: closed lines, and open ones that end at the border or at a hole.
struct LevelSet {
  double level = 0;
  std::vector<LevelLine> lines;
};

/// The level set of the samples by marching squares: vertices on the sides of the cells by linear
/// interpolation, joined from cell to cell. Where a cell has two lines and they could run either way, the
/// mean of its corners decides. Cells with a corner that is not finite are left out. Empty where the field is
/// not usable and where the level is not finite. Every vertex of a smooth f satisfies |f − level| ≤ h²
/// max|f″|/8, h being the side of a cell and f″ the second derivative along that side. Cost: O(cells).
/// Source: Lorensen and Cline 1987 in two dimensions; for the ambiguous cell Wyvill, McPheeters and Wyvill
/// 1986.
LevelSet levelSet(const SampledField& field, double level);

/// The sum of the lengths of its lines, in the units of x and y (which are taken as equal). For a smooth f it
/// is off by O(h²).
double lengthOf(const LevelSet& set);

} // namespace eigenboard::geometry
