#include "core/statistics/test_power.h"

#include "core/numerics/normal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::statistics {

double shiftOfZ(double effect, double n) {
  return effect * std::sqrt(n / 2);
}

double powerOfZ(double shift, double alpha, Side side) {
  const double critical = criticalZ(alpha, side);
  switch (side) {
  case Side::Both:
    return normalTail(critical - shift, Side::Greater) + normalTail(-critical - shift, Side::Less);
  case Side::Greater:
    return normalTail(critical - shift, Side::Greater);
  case Side::Less:
    return normalTail(-critical - shift, Side::Less);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

double neededSize(double effect, double alpha, double wantedPower, Side side) {
  if (!(effect > 0))
    return std::numeric_limits<double>::infinity();
  const double sum = criticalZ(alpha, side) + numerics::normalQuantile(wantedPower);
  const double ratio = sum / effect;
  double n = std::max(2.0, std::ceil(2 * ratio * ratio));
  constexpr double mostExact = 1e9;
  if (!(n < mostExact))
    return n;
  // The formula leaves out rejections on the wrong side: a little less may be enough.
  while (n > 2 && powerOfZ(shiftOfZ(effect, n - 1), alpha, side) >= wantedPower)
    --n;
  while (powerOfZ(shiftOfZ(effect, n), alpha, side) < wantedPower)
    ++n;
  return n;
}

} // namespace eigenboard::statistics
