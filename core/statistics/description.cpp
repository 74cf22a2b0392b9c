#include "core/statistics/description.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace eigenboard::statistics {

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

std::vector<double> sorted(std::span<const double> values) {
  std::vector<double> order(values.begin(), values.end());
  std::sort(order.begin(), order.end());
  return order;
}

/// values: sorted, not empty.
double quantileOfSorted(std::span<const double> values, double p) {
  if (values.empty() || !(p >= 0 && p <= 1))
    return noNumber;
  const double place = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  const double part = place - static_cast<double>(below);
  const double gap = values[above] - values[below];
  // From the nearer end, so that the whole way gives the other end exactly.
  return part < 0.5 ? values[below] + gap * part : values[above] - gap * (1 - part);
}

} // namespace

double mean(std::span<const double> values) {
  if (values.empty())
    return noNumber;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance(std::span<const double> values, int ddof) {
  const double freedom = static_cast<double>(values.size()) - ddof;
  if (!(freedom > 0))
    return noNumber;
  if (!varies(values))
    return 0;
  const double centre = mean(values);
  double sum = 0;
  for (const double value : values)
    sum += (value - centre) * (value - centre);
  return sum / freedom;
}

bool varies(std::span<const double> values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

double quantile(std::span<const double> values, double p) {
  return quantileOfSorted(sorted(values), p);
}

double median(std::span<const double> values) {
  return quantile(values, 0.5);
}

double trimmedMean(std::span<const double> values, double share) {
  if (values.empty() || !(share >= 0 && share < 0.5))
    return noNumber;
  const std::vector<double> order = sorted(values);
  const auto cut = static_cast<std::size_t>(share * static_cast<double>(order.size()));
  return mean(std::span(order).subspan(cut, order.size() - 2 * cut));
}

double medianAbsoluteDeviation(std::span<const double> values) {
  const double centre = median(values);
  std::vector<double> distances;
  distances.reserve(values.size());
  for (const double value : values)
    distances.push_back(std::abs(value - centre));
  return median(distances);
}

Box boxOf(std::span<const double> values) {
  if (values.empty())
    return {noNumber, noNumber, noNumber, noNumber, noNumber, noNumber, noNumber, {}};
  const std::vector<double> order = sorted(values);
  Box box;
  box.lowerQuartile = quantileOfSorted(order, 0.25);
  box.median = quantileOfSorted(order, 0.5);
  box.upperQuartile = quantileOfSorted(order, 0.75);
  constexpr double reach = 1.5;
  box.lowerFence = box.lowerQuartile - reach * box.interquartileRange();
  box.upperFence = box.upperQuartile + reach * box.interquartileRange();
  box.lowerWhisker = *std::find_if(order.begin(), order.end(), [&](double x) { return x >= box.lowerFence; });
  box.upperWhisker =
      *std::find_if(order.rbegin(), order.rend(), [&](double x) { return x <= box.upperFence; });
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] < box.lowerFence || values[i] > box.upperFence)
      box.outliers.push_back(static_cast<int>(i));
  return box;
}

std::vector<double> without(std::span<const double> values, int index) {
  std::vector<double> rest(values.begin(), values.end());
  rest.erase(rest.begin() + index);
  return rest;
}

} // namespace eigenboard::statistics
