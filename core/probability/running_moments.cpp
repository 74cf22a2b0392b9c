#include "core/probability/running_moments.h"

#include <cmath>
#include <limits>

namespace eigenboard::probability {

RunningMoments next(const RunningMoments& moments, const Fading& fading, double number) {
  return {moments.count + 1, fading.first * moments.first + (1 - fading.first) * number,
          fading.second * moments.second + (1 - fading.second) * number * number};
}

double filledShare(double beta, std::int64_t count) {
  if (beta == 0)
    return count > 0 ? 1 : 0;
  return -std::expm1(static_cast<double>(count) * std::log(beta));
}

double correctedFirst(const RunningMoments& moments, const Fading& fading) {
  return moments.count > 0 ? moments.first / filledShare(fading.first, moments.count)
                           : std::numeric_limits<double>::quiet_NaN();
}

double correctedSecond(const RunningMoments& moments, const Fading& fading) {
  return moments.count > 0 ? moments.second / filledShare(fading.second, moments.count)
                           : std::numeric_limits<double>::quiet_NaN();
}

} // namespace eigenboard::probability
