#include "core/probability/positive_root.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::probability {

namespace {

/// Newton's step of ln w, or 0 where there is none. Where the tail is nearly 1 it is flat and the step wild.
double newtonStep(const TailsAndSlope& point, double goal, bool isLower) {
  const double tail = isLower ? point.tails.lower : point.tails.upper;
  if (!(tail > 0 && point.slope > 0))
    return 0;
  const double step = (goal - std::log(tail)) * tail / (isLower ? point.slope : -point.slope);
  const double longest = tail > 0.9 ? 3 : 200;
  return std::isfinite(step) ? std::clamp(step, -longest, longest) : 0;
}

} // namespace

double positiveRoot(const std::function<TailsAndSlope(double w)>& law, const numerics::Tails& target,
                    double start) {
  constexpr double smallest = std::numeric_limits<double>::denorm_min();
  constexpr double largest = std::numeric_limits<double>::max();
  const bool isLower = target.lower <= target.upper;
  const double wanted = isLower ? target.lower : target.upper;
  const double goal = std::log(wanted);
  double low = 0; // w is above it, and below high
  double high = std::numeric_limits<double>::infinity();
  double w = std::clamp(start, 1e-280, 1e280);
  double stride = 4;
  for (int i = 0; i < 400; ++i) {
    const TailsAndSlope point = law(w);
    const double tail = isLower ? point.tails.lower : point.tails.upper;
    if (std::isnan(tail))
      return tail;
    if (tail == wanted)
      return w;
    const bool isTooSmall = (tail < wanted) == isLower;
    (isTooSmall ? low : high) = w;
    const double step = newtonStep(point, goal, isLower);
    double next = w * std::exp(step);
    if (step != 0 && next == w)
      return w;
    if (step == 0 || !(next > low && next < high)) {
      if (low == 0) {
        next = w / stride;
        stride *= stride;
      } else if (std::isinf(high)) {
        next = w * stride;
        stride *= stride;
      } else {
        next = std::sqrt(low) * std::sqrt(high);
      }
    }
    if (next < smallest)
      return 0;
    if (next > largest)
      return std::numeric_limits<double>::infinity();
    if (next == low || next == high || std::abs(next - w) <= 1e-16 * w)
      return next;
    w = next;
  }
  return w;
}

} // namespace eigenboard::probability
