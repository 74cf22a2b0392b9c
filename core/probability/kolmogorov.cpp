#include "core/probability/kolmogorov.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace eigenboard::probability {

StepGap greatestGap(std::span<const double> sorted, const std::function<double(double)>& below,
                    const std::function<double(double)>& upTo) {
  StepGap worst;
  if (sorted.empty()) {
    worst.distance = worst.at = worst.share = worst.law = std::numeric_limits<double>::quiet_NaN();
    return worst;
  }
  const auto count = static_cast<double>(sorted.size());
  const auto meet = [&worst](double at, double share, double law) {
    if (std::abs(share - law) > worst.distance)
      worst = {std::abs(share - law), at, share, law};
  };
  for (std::size_t first = 0; first < sorted.size();) {
    std::size_t next = first;
    while (next < sorted.size() && sorted[next] == sorted[first])
      ++next;
    meet(sorted[first], static_cast<double>(first) / count, below(sorted[first]));
    meet(sorted[first], static_cast<double>(next) / count, upTo(sorted[first]));
    first = next;
  }
  return worst;
}

double criticalGap(int n) {
  // The K with 2 Σ (−1)^(k−1) e^(−2k²K²) = 0.05.
  constexpr double limit = 1.3580986393225507;
  return n > 0 ? limit / std::sqrt(static_cast<double>(n)) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace eigenboard::probability
