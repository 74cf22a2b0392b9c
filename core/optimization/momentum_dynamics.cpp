#include "core/optimization/momentum_dynamics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace eigenboard::optimization {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

/// A factor this near to 1 cannot be told from it.
constexpr double nearOne = 1e-12;

double usedMomentum(const MomentumSettings& settings) {
  return settings.method == MomentumMethod::GradientDescent ? 0 : settings.momentum;
}

ModeRegime regimeOf(const ModeRate& rate, bool isComplex, bool isNegative, double sameRoots) {
  // At β = 1 and ηλ = 4 the heavy ball has the root −1 twice: each swing is longer by the same length.
  const bool growsSlowly = rate.gap == 0 && isNegative;
  if (rate.factor > 1 + nearOne || (std::abs(rate.factor - 1) <= nearOne && growsSlowly))
    return ModeRegime::Diverges;
  if (rate.factor >= 1 - nearOne)
    return ModeRegime::Stays;
  if (rate.gap <= sameRoots)
    return ModeRegime::Critical;
  if (isComplex)
    return ModeRegime::Ripples;
  return isNegative ? ModeRegime::Alternates : ModeRegime::Monotone;
}

} // namespace

Eigen::Matrix2d iterationMatrix(const MomentumSettings& settings, double curvature) {
  const double product = settings.rate * curvature;
  const double beta = usedMomentum(settings);
  Eigen::Matrix2d M;
  switch (settings.method) {
  case MomentumMethod::GradientDescent:
    M << 1 - product, 0, product, 0;
    break;
  case MomentumMethod::HeavyBall:
    M << 1 - product, -beta, product, beta;
    break;
  case MomentumMethod::Nesterov:
    M << 1 - product * (1 + beta), -beta * beta, product, beta;
    break;
  }
  return M;
}

ModeState nextMode(const MomentumSettings& settings, double curvature, const ModeState& state) {
  const double product = settings.rate * curvature;
  const double beta = usedMomentum(settings);
  const double push = beta * state.push + product * state.position;
  // In this form a mode with ηλ = 1 is exactly in the minimum after two steps.
  if (settings.method == MomentumMethod::Nesterov)
    return {(1 - product) * state.position - beta * push, push};
  return {state.position - push, push};
}

ModeRate rateOf(const MomentumSettings& settings, double curvature, double sameRoots) {
  const double product = settings.rate * curvature;
  const double beta = usedMomentum(settings);
  ModeRate rate;
  const bool looksAhead = settings.method == MomentumMethod::Nesterov;
  rate.trace = looksAhead ? (1 + beta) * (1 - product) : 1 + beta - product;
  rate.determinant = looksAhead ? beta * (1 - product) : beta;
  const double discriminant = rate.trace * rate.trace - 4 * rate.determinant;
  const bool isComplex = discriminant < 0;
  const bool isNegative = rate.trace < 0;
  rate.gap = std::sqrt(std::abs(discriminant));
  if (isComplex) {
    rate.factor = std::sqrt(rate.determinant);
    rate.angle = std::atan2(rate.gap, rate.trace);
  } else {
    rate.factor = (std::abs(rate.trace) + rate.gap) / 2;
    rate.angle = isNegative ? std::numbers::pi : 0;
  }
  rate.regime = regimeOf(rate, isComplex, isNegative, sameRoots);
  return rate;
}

double slowestFactor(const MomentumSettings& settings, std::span<const double> curvatures) {
  double slowest = 0;
  for (const double curvature : curvatures)
    slowest = std::max(slowest, rateOf(settings, curvature, 0).factor);
  return slowest;
}

BestTuning bestTuning(MomentumMethod method, double smallest, double largest) {
  const double condition = largest / smallest;
  switch (method) {
  case MomentumMethod::GradientDescent:
    return {2 / (largest + smallest), 0, (condition - 1) / (condition + 1)};
  case MomentumMethod::HeavyBall: {
    const double root = std::sqrt(condition);
    const double factor = (root - 1) / (root + 1);
    const double sum = std::sqrt(largest) + std::sqrt(smallest);
    return {4 / (sum * sum), factor * factor, factor};
  }
  case MomentumMethod::Nesterov: {
    const double root = std::sqrt(3 * condition + 1);
    return {4 / (3 * largest + smallest), (root - 2) / (root + 2), 1 - 2 / root};
  }
  }
  return {};
}

RateInterval ratesWithin(MomentumMethod method, double momentum, double smallest, double largest,
                         double factor) {
  const RateInterval none{1, 0};
  const double r = factor;
  const double beta = method == MomentumMethod::GradientDescent ? 0 : momentum;
  double lowest = 0;  // of ηλ
  double highest = 0; // of ηλ
  if (method != MomentumMethod::Nesterov) {
    if (beta > r * r)
      return none;
    lowest = (1 - r) * (1 - beta / r);
    highest = (1 + r) * (1 + beta / r);
  } else {
    const double held = 1 + beta - beta / r;
    lowest = held > 0 ? 1 - r / held : 0;
    if (beta > 0)
      lowest = std::max(lowest, 1 - r * r / beta);
    highest = 1 + r / (1 + beta + beta / r);
  }
  return {std::max(0.0, lowest) / smallest, highest / largest};
}

double criticalMomentum(MomentumMethod method, double product) {
  const double root = std::sqrt(product);
  if (method == MomentumMethod::HeavyBall && root <= 2)
    return (1 - root) * (1 - root);
  if (method == MomentumMethod::Nesterov && root <= 1)
    return (1 - root) / (1 + root);
  return std::numeric_limits<double>::quiet_NaN();
}

MeasuredFactor measuredFactor(const MomentumSettings& settings, double curvature, int steps) {
  const ModeRate rate = rateOf(settings, curvature, 0);
  const Eigen::Matrix2d M = iterationMatrix(settings, curvature);
  const double rootSquares = rate.gap * rate.gap / 2 + rate.trace * rate.trace / 2; // |z₁|² + |z₂|²
  const double off = std::sqrt(std::max(0.0, M.squaredNorm() - rootSquares));
  const auto count = static_cast<double>(steps);
  ModeState first{1, 0};
  ModeState second{0, 1};
  double logarithm = 0;
  for (int i = 0; i < steps; ++i) {
    first = nextMode(settings, curvature, first);
    second = nextMode(settings, curvature, second);
    const double size =
        std::hypot(std::hypot(first.position, first.push), std::hypot(second.position, second.push));
    if (!(size > 0))
      return {-endless, endless};
    logarithm += std::log(size);
    first = {first.position / size, first.push / size};
    second = {second.position / size, second.push / size};
  }
  const double slack =
      rate.factor > 0 ? std::log(std::numbers::sqrt2 + count * off / rate.factor) / count : endless;
  return {logarithm / count, slack};
}

std::optional<int> stepsToShare(const MomentumSettings& settings, std::span<const double> curvatures,
                                std::span<const ModeState> starts, double share, int mostSteps) {
  std::vector<ModeState> modes(starts.begin(), starts.end());
  const auto size = [&modes] {
    double sum = 0;
    for (const ModeState& mode : modes)
      sum = std::hypot(sum, mode.position);
    return sum;
  };
  const double first = size();
  constexpr double lost = 1e100;
  for (int step = 0;; ++step) {
    const double now = size();
    if (now <= share * first)
      return step;
    if (step == mostSteps || !(now <= lost * first))
      return std::nullopt;
    for (std::size_t i = 0; i < modes.size() && i < curvatures.size(); ++i)
      modes[i] = nextMode(settings, curvatures[i], modes[i]);
  }
}

} // namespace eigenboard::optimization
