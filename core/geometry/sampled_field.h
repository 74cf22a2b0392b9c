#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace eigenboard::geometry {

/// A function of two variables on a grid: values[row * columns + column] stands at (x(column), y(row)), the
/// first row at the bottom. Usable with at least 2 by 2 values, as many as columns · rows, and finite sides
/// with left < right and bottom < top.
struct SampledField {
  int columns = 0;
  int rows = 0;
  double left = 0;
  double right = 1;
  double bottom = 0;
  double top = 1;
  std::vector<double> values;

  bool isUsable() const;
  double at(int column, int row) const {
    return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                  static_cast<std::size_t>(column)];
  }
  double x(int column) const;
  double y(int row) const;
};

/// The samples of a function on a grid of that many columns and rows, each at least 2 (less is taken as 2).
/// Cost: columns · rows calls.
SampledField sampled(const std::function<double(double, double)>& function, SampledField grid);

/// The smallest and the largest finite value; none where there is no finite one. O(values).
struct FieldRange {
  double minimum = 0;
  double maximum = 0;
};
std::optional<FieldRange> rangeOf(const SampledField& field);

/// The value between the samples by bilinear interpolation; NaN outside the grid, in a cell with a corner
/// that is not finite, and where the field is not usable. For f with bounded second derivatives it is off by
/// at most (hx² max|fxx| + hy² max|fyy|)/8, h being the sides of a cell.
double interpolated(const SampledField& field, double x, double y);

/// How far linear interpolation along a side of a cell may be off: an eighth of the largest second difference
/// f(i−1) − 2f(i) + f(i+1) along rows and columns, which is h² max|f″|/8 as the samples show it. Differences
/// with a value that is not finite are left out. O(values).
double interpolationError(const SampledField& field);

} // namespace eigenboard::geometry
