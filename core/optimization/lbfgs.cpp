#include "core/optimization/lbfgs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <optional>

namespace eigenboard::optimization {

namespace {

constexpr double sufficientDecrease = 1e-4;
constexpr int mostHalvings = 60;

/// The first point along the direction that is low enough.
std::optional<Eigen::Vector2d> lowerPoint(const Objective& objective, const OptimizerState& state,
                                          const Eigen::Vector2d& direction, double slope, double length) {
  for (int halvings = 0; halvings <= mostHalvings; ++halvings, length /= 2) {
    const Eigen::Vector2d trial = state.point + length * direction;
    const double value = objective.value(trial);
    // Near the minimum the decrease asked for is lost to rounding; then only what is truly lower will do.
    if (value < state.value && value <= state.value + sufficientDecrease * length * slope)
      return trial;
  }
  return std::nullopt;
}

} // namespace

Eigen::Vector2d lbfgsDirection(std::span<const CurvaturePair> pairs, const Eigen::Vector2d& gradient) {
  if (pairs.empty())
    return -gradient;
  const std::size_t first = pairs.size() - std::min<std::size_t>(pairs.size(), longestHistory);
  std::array<double, longestHistory> weights{};
  Eigen::Vector2d direction = gradient;
  for (std::size_t i = pairs.size(); i-- > first;) {
    const auto& [s, y] = pairs[i];
    weights[i - first] = s.dot(direction) / y.dot(s);
    direction -= weights[i - first] * y;
  }
  const CurvaturePair& newest = pairs.back();
  direction *= newest.point.dot(newest.gradient) / newest.gradient.squaredNorm();
  for (std::size_t i = first; i < pairs.size(); ++i) {
    const auto& [s, y] = pairs[i];
    direction += (weights[i - first] - y.dot(direction) / y.dot(s)) * s;
  }
  return -direction;
}

LbfgsStep lbfgsStep(const Objective& objective, const OptimizerSettings& settings,
                    const OptimizerState& state) {
  const Eigen::Vector2d gradient = state.gradient + gradientNoise(settings, state.step);
  LbfgsStep result{state.point, state.pairs, false};
  if (gradient.isZero(0)) {
    result.settled = settings.noise == 0;
    return result;
  }
  Eigen::Vector2d direction = lbfgsDirection(result.pairs, gradient);
  double slope = gradient.dot(direction);
  std::optional<Eigen::Vector2d> next;
  if (!result.pairs.empty() && slope < 0)
    next = lowerPoint(objective, state, direction, slope, settings.lr);
  if (!next) {
    result.pairs.clear();
    direction = -gradient;
    slope = -gradient.squaredNorm();
    const double length = settings.lr * std::min(1.0, 1 / gradient.lpNorm<1>());
    next = lowerPoint(objective, state, direction, slope, length);
    if (!next) // a small gradient may be that of a function in small units: a step of length lr, whatever the
               // units
      next = lowerPoint(objective, state, direction, slope, settings.lr / gradient.lpNorm<1>());
  }
  if (!next) {
    result.settled = settings.noise == 0;
    return result;
  }
  result.point = *next;
  const Eigen::Vector2d after =
      objective.secondOrder(*next).gradient + gradientNoise(settings, state.step + 1);
  const CurvaturePair pair{*next - state.point, after - gradient};
  const double curvature = pair.point.dot(pair.gradient);
  if (curvature >
      std::numeric_limits<double>::epsilon() * pair.point.stableNorm() * pair.gradient.stableNorm()) {
    const auto most = static_cast<std::ptrdiff_t>(std::clamp(settings.historySize, 1, longestHistory));
    const std::ptrdiff_t tooMany = std::ssize(result.pairs) + 1 - most;
    if (tooMany > 0) // first, so that a state's list never holds room for twice as many
      result.pairs.erase(result.pairs.begin(), result.pairs.begin() + tooMany);
    result.pairs.push_back(pair);
  }
  return result;
}

} // namespace eigenboard::optimization
