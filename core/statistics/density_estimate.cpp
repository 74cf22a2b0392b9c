#include "core/statistics/density_estimate.h"

#include "core/statistics/description.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace eigenboard::statistics {

namespace {

constexpr double rootOfTwoPi = 2.5066282746310005024;

int binOf(double value, double start, double width) {
  constexpr double onTheEdge = 1e-9;
  return static_cast<int>(std::floor((value - start) / width + onTheEdge));
}

double fifthRoot(double x) {
  return std::pow(x, 0.2);
}

/// Between a place where the estimate rises or is level and one where it falls.
double bisectedPeak(std::span<const double> values, double h, double rising, double falling) {
  for (int i = 0; i < 100; ++i) {
    const double middle = rising + 0.5 * (falling - rising);
    if (middle == rising || middle == falling)
      break;
    (kernelSlope(values, h, middle) >= 0 ? rising : falling) = middle;
  }
  return rising;
}

} // namespace

Histogram histogram(std::span<const double> values, double start, double width) {
  Histogram result{start, width, 0, {}};
  if (values.empty())
    return result;
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  result.first = binOf(*least, start, width);
  result.counts.assign(static_cast<std::size_t>(binOf(*greatest, start, width) - result.first + 1), 0);
  for (const double value : values)
    ++result.counts[static_cast<std::size_t>(binOf(value, start, width) - result.first)];
  return result;
}

double kernelDensity(std::span<const double> values, double h, double x) {
  double sum = 0;
  for (const double value : values) {
    const double z = (x - value) / h;
    sum += std::exp(-0.5 * z * z);
  }
  return sum / (static_cast<double>(values.size()) * h * rootOfTwoPi);
}

double kernelSlope(std::span<const double> values, double h, double x) {
  double sum = 0;
  for (const double value : values) {
    const double z = (x - value) / h;
    sum -= z * std::exp(-0.5 * z * z);
  }
  return sum / (static_cast<double>(values.size()) * h * h * rootOfTwoPi);
}

KernelPeaks kernelPeaks(std::span<const double> values, double h) {
  KernelPeaks peaks;
  peaks.mode = std::numeric_limits<double>::quiet_NaN();
  if (values.empty())
    return peaks;
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  // Beyond the values the estimate only falls, so that every maximum lies between two points of the grid.
  const double low = *least - h;
  const double high = *greatest + h;
  const int parts = static_cast<int>(std::ceil((high - low) / (h / 8)));
  double before = low;
  double slopeBefore = kernelSlope(values, h, low);
  double highest = 0;
  for (int i = 1; i <= parts; ++i) {
    const double x = low + (high - low) * i / parts;
    const double slope = kernelSlope(values, h, x);
    if (slopeBefore >= 0 && slope < 0) {
      peaks.places.push_back(bisectedPeak(values, h, before, x));
      const double height = kernelDensity(values, h, peaks.places.back());
      if (height > highest * (1 + 1e-9)) {
        highest = height;
        peaks.mode = peaks.places.back();
      }
    }
    before = x;
    slopeBefore = slope;
  }
  return peaks;
}

double scottBandwidth(std::span<const double> values) {
  return std::sqrt(variance(values)) / fifthRoot(static_cast<double>(values.size()));
}

double silvermanBandwidth(std::span<const double> values) {
  return std::sqrt(variance(values)) * fifthRoot(4 / (3 * static_cast<double>(values.size())));
}

double robustBandwidth(std::span<const double> values) {
  const double spread = std::sqrt(variance(values));
  const double quartiles = boxOf(values).interquartileRange() / 1.34;
  const double least = quartiles > 0 ? std::min(spread, quartiles) : spread;
  return 0.9 * least / fifthRoot(static_cast<double>(values.size()));
}

} // namespace eigenboard::statistics
