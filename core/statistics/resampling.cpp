#include "core/statistics/resampling.h"

#include "core/statistics/description.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace eigenboard::statistics {

double unitNumber(numerics::Random& random) {
  return (static_cast<double>(random.bits() >> 12) + 0.5) * 0x1.0p-52;
}

std::vector<double> resample(std::span<const double> sample, numerics::Random& random) {
  std::vector<double> drawn(sample.size());
  for (double& value : drawn)
    value = sample[std::min(sample.size() - 1, static_cast<std::size_t>(random.uniform(0, 1) *
                                                                        static_cast<double>(sample.size())))];
  return drawn;
}

PercentileInterval percentileInterval(std::span<const double> estimates, double confidence) {
  const double outside = (1 - confidence) / 2;
  return {quantile(estimates, outside), quantile(estimates, 1 - outside)};
}

double kolmogorovDistance(std::span<const double> sorted, const std::function<double(double)>& cumulative) {
  if (sorted.empty())
    return std::numeric_limits<double>::quiet_NaN();
  const double n = static_cast<double>(sorted.size());
  double distance = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double value = cumulative(sorted[i]);
    distance =
        std::max({distance, value - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - value});
  }
  return distance;
}

double normalCumulative(double x, double mean, double spread) {
  if (spread == 0)
    return x < mean ? 0 : 1;
  return 0.5 * std::erfc(-(x - mean) / spread / std::numbers::sqrt2);
}

} // namespace eigenboard::statistics
