#include "core/geometry/sampled_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::geometry {

namespace {

/// The point of a division of a side into equal parts; both ends are met exactly.
double divided(double from, double to, int place, int count) {
  if (place == count - 1)
    return to;
  const double share = static_cast<double>(place) / (count - 1);
  return from + share * (to - from);
}

/// The cell of a position in units of cells, and how far into it: the last side belongs to the last cell.
struct CellPlace {
  int index = 0;
  double share = 0;
};

CellPlace placeIn(double position, int count) {
  const int index = std::clamp(static_cast<int>(position), 0, count - 2);
  return {index, position - index};
}

} // namespace

bool SampledField::isUsable() const {
  return columns >= 2 && rows >= 2 &&
         values.size() == static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) &&
         left < right && bottom < top && std::isfinite(right - left) && std::isfinite(top - bottom);
}

double SampledField::x(int column) const {
  return divided(left, right, column, columns);
}

double SampledField::y(int row) const {
  return divided(bottom, top, row, rows);
}

SampledField sampled(const std::function<double(double, double)>& function, SampledField grid) {
  grid.columns = std::max(grid.columns, 2);
  grid.rows = std::max(grid.rows, 2);
  grid.values.clear();
  grid.values.reserve(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column)
      grid.values.push_back(function(grid.x(column), grid.y(row)));
  return grid;
}

std::optional<FieldRange> rangeOf(const SampledField& field) {
  std::optional<FieldRange> range;
  for (const double value : field.values) {
    if (!std::isfinite(value))
      continue;
    if (!range)
      range = FieldRange{value, value};
    range->minimum = std::min(range->minimum, value);
    range->maximum = std::max(range->maximum, value);
  }
  return range;
}

double interpolated(const SampledField& field, double x, double y) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const bool isInside =
      field.isUsable() && x >= field.left && x <= field.right && y >= field.bottom && y <= field.top;
  if (!isInside)
    return none;
  const auto across =
      placeIn((x - field.left) / (field.right - field.left) * (field.columns - 1), field.columns);
  const auto up = placeIn((y - field.bottom) / (field.top - field.bottom) * (field.rows - 1), field.rows);
  const double lower =
      std::lerp(field.at(across.index, up.index), field.at(across.index + 1, up.index), across.share);
  const double upper =
      std::lerp(field.at(across.index, up.index + 1), field.at(across.index + 1, up.index + 1), across.share);
  const double value = std::lerp(lower, upper, up.share);
  return std::isfinite(value) ? value : none;
}

double interpolationError(const SampledField& field) {
  double largest = 0;
  if (!field.isUsable())
    return largest;
  const auto look = [&largest](double before, double here, double after) {
    const double difference = std::abs((before - here) - (here - after));
    if (std::isfinite(difference))
      largest = std::max(largest, difference);
  };
  for (int row = 0; row < field.rows; ++row)
    for (int column = 0; column < field.columns; ++column) {
      if (column > 0 && column + 1 < field.columns)
        look(field.at(column - 1, row), field.at(column, row), field.at(column + 1, row));
      if (row > 0 && row + 1 < field.rows)
        look(field.at(column, row - 1), field.at(column, row), field.at(column, row + 1));
    }
  return largest / 8;
}

} // namespace eigenboard::geometry
