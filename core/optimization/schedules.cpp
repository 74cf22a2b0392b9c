#include "core/optimization/schedules.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::optimization {

namespace {

/// From one value to another along half a cosine; share 0 … 1.
double halfCosine(double from, double to, double share) {
  return to + (from - to) * (1 + std::cos(std::numbers::pi * share)) / 2;
}

double oneCycle(const Schedule& schedule, double step) {
  const double last = std::max(10, schedule.period) - 1;
  const double top = schedule.rise * (last + 1) - 1;
  const double first = 1 / schedule.divisor;
  if (step <= top)
    return halfCosine(first, 1, step / top);
  return halfCosine(1, first / schedule.finalDivisor, std::min(1.0, (step - top) / (last - top)));
}

} // namespace

double scheduleFactor(const Schedule& schedule, std::int64_t step) {
  const auto k = static_cast<double>(step);
  const double period = std::max(1, schedule.period);
  const double warmUp = std::clamp(schedule.warmUp, 0, std::max(0, schedule.period - 1));
  const double warm = (k + 1) / (warmUp + 1); // 1 where the warm-up ends
  switch (schedule.kind) {
  case ScheduleKind::Constant:
    return 1;
  case ScheduleKind::Steps:
    return std::pow(schedule.decay, std::floor(k / period));
  case ScheduleKind::Exponential:
    return std::pow(schedule.decay, k);
  case ScheduleKind::Cosine:
    return k < warmUp ? warm : halfCosine(1, schedule.floor, std::min(1.0, (k - warmUp) / (period - warmUp)));
  case ScheduleKind::InverseSquareRoot:
    return k < warmUp ? warm : std::sqrt(1 / warm);
  case ScheduleKind::OneCycle:
    return oneCycle(schedule, k);
  }
  return 1;
}

Eigen::VectorXd clippedByNorm(const Eigen::VectorXd& gradient, double most) {
  const double length = gradient.stableNorm();
  if (!std::isfinite(length) || length <= most)
    return gradient;
  return gradient * (most / length);
}

Eigen::VectorXd clippedByValue(const Eigen::VectorXd& gradient, double most) {
  return gradient.unaryExpr(
      [most](double entry) { return std::isnan(entry) ? entry : std::clamp(entry, -most, most); });
}

} // namespace eigenboard::optimization
