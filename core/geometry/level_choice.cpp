#include "core/geometry/level_choice.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::geometry {

namespace {

constexpr int mostLevels = 1000;

bool isAskable(double minimum, double maximum, int count) {
  return std::isfinite(maximum - minimum) && minimum < maximum && count >= 1;
}

/// The step 1, 2 or 5 times a power of ten that divides a span into a number of parts nearest to count, by
/// their ratio.
double roundStep(double span, int count) {
  const double wanted = span / count;
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  const double digits = wanted / power;
  // The borders are the geometric means of neighbours.
  const double round = digits < std::sqrt(2)    ? 1
                       : digits < std::sqrt(10) ? 2
                       : digits < std::sqrt(50) ? 5
                                                : 10;
  return round * power;
}

/// The round factors within a power of ten, of which there are so many.
std::vector<double> factorsOf(int perDecade) {
  if (perDecade <= 1)
    return {1};
  return perDecade == 2 ? std::vector<double>{1, 3} : std::vector<double>{1, 2, 5};
}

/// Whether a value at the border reaches so high.
bool hasAtBorder(const SampledField& field, double height) {
  for (int row = 0; row < field.rows; ++row)
    for (int column = 0; column < field.columns; ++column)
      if ((row == 0 || column == 0 || row + 1 == field.rows || column + 1 == field.columns) &&
          field.at(column, row) >= height)
        return true;
  return false;
}

} // namespace

std::vector<double> evenLevels(double minimum, double maximum, int count) {
  std::vector<double> levels;
  if (!isAskable(minimum, maximum, count))
    return levels;
  const double step = roundStep(maximum - minimum, std::min(count, mostLevels));
  const double first = std::floor(minimum / step);
  const double last = std::ceil(maximum / step);
  // Far from zero the multiples of the step run together; then there is nothing round between.
  if (!(step > 0) || !(last - first < 4.0 * mostLevels) || first + 1 == first)
    return levels;
  for (double multiple = first; multiple <= last; ++multiple) {
    const double level = multiple * step;
    if (level > minimum && level < maximum)
      levels.push_back(level);
  }
  return levels;
}

std::vector<double> risingLevels(double minimum, double maximum, int count) {
  std::vector<double> levels;
  if (!isAskable(minimum, maximum, count))
    return levels;
  const double span = maximum - minimum;
  const auto wanted = static_cast<std::size_t>(std::min(count, mostLevels));
  const std::vector<double> factors = factorsOf(count / 4);
  for (double power = std::pow(10, std::floor(std::log10(span))); power > 0 && levels.size() < wanted;
       power /= 10)
    for (auto factor = factors.rbegin(); factor != factors.rend() && levels.size() < wanted; ++factor) {
      const double level = minimum + *factor * power;
      if (!(level > minimum))
        power = 0; // rounding has swallowed the distance
      else if (level < maximum && (levels.empty() || level < levels.back()))
        levels.push_back(level);
    }
  std::reverse(levels.begin(), levels.end());
  return levels;
}

bool isRavine(const SampledField& field) {
  const auto range = rangeOf(field);
  if (!range)
    return false;
  std::vector<double> values;
  values.reserve(field.values.size());
  for (const double value : field.values)
    if (std::isfinite(value))
      values.push_back(value);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle - range->minimum < (range->maximum - range->minimum) / 10 &&
         hasAtBorder(field, range->maximum);
}

std::vector<double> levelsFor(const SampledField& field, int count) {
  const auto range = rangeOf(field);
  if (!range)
    return {};
  return isRavine(field) ? risingLevels(range->minimum, range->maximum, count)
                         : evenLevels(range->minimum, range->maximum, count);
}

std::vector<LevelSet> contours(const SampledField& field, int count) {
  std::vector<LevelSet> sets;
  for (const double level : levelsFor(field, count))
    sets.push_back(levelSet(field, level));
  return sets;
}

} // namespace eigenboard::geometry
