#include "core/optimization/optimizer.h"

#include "core/numerics/normal.h"
#include "core/optimization/lbfgs.h"
#include "core/optimization/newton.h"

#include <cmath>
#include <utility>

namespace eigenboard::optimization {

namespace {

using Eigen::Vector2d;

Standing standingOf(const Vector2d& point, const calculus::SecondOrder& f) {
  if (!point.allFinite())
    return Standing::PointOverflows;
  if (std::isnan(f.value))
    return Standing::ValueUndefined;
  if (std::isinf(f.value))
    return f.value > 0 ? Standing::ValueOverflows : Standing::ValueFalls;
  return f.gradient.allFinite() ? Standing::Walking : Standing::NoGradient;
}

/// The heavy ball, with Nesterov's look ahead or without, and plain gradient descent.
void stepSgd(const OptimizerSettings& settings, Vector2d g, OptimizerState& next) {
  g += settings.weightDecay * next.point;
  if (settings.method != Method::GradientDescent && settings.momentum != 0) {
    const double kept = settings.method == Method::Momentum ? 1 - settings.dampening : 1;
    next.mean = next.step == 0 ? g : Vector2d(settings.momentum * next.mean + kept * g);
    g = settings.method == Method::Nesterov ? Vector2d(g + settings.momentum * next.mean) : next.mean;
  }
  next.point -= settings.lr * g;
}

void stepAdaGrad(const OptimizerSettings& settings, Vector2d g, OptimizerState& next) {
  g += settings.weightDecay * next.point;
  next.squares += g.cwiseAbs2();
  const double rate = settings.lr / (1 + static_cast<double>(next.step) * settings.lrDecay);
  next.point.array() -= rate * g.array() / (next.squares.array().sqrt() + settings.eps);
}

void stepRmsProp(const OptimizerSettings& settings, Vector2d g, OptimizerState& next) {
  g += settings.weightDecay * next.point;
  next.squares = settings.alpha * next.squares + (1 - settings.alpha) * g.cwiseAbs2();
  const Vector2d scaled = g.array() / (next.squares.array().sqrt() + settings.eps);
  next.mean = settings.momentum * next.mean + scaled;
  next.point -= settings.lr * next.mean;
}

void stepAdam(const OptimizerSettings& settings, Vector2d g, OptimizerState& next) {
  if (settings.method == Method::AdamW)
    next.point *= 1 - settings.lr * settings.weightDecay;
  else
    g += settings.weightDecay * next.point;
  next.mean = settings.beta1 * next.mean + (1 - settings.beta1) * g;
  next.squares = settings.beta2 * next.squares + (1 - settings.beta2) * g.cwiseAbs2();
  const auto count = static_cast<double>(next.step + 1);
  const double rate = settings.lr / (1 - std::pow(settings.beta1, count));
  const double root = std::sqrt(1 - std::pow(settings.beta2, count));
  next.point.array() -= rate * next.mean.array() / (next.squares.array().sqrt() / root + settings.eps);
}

/// The state that keeps its place and says why.
OptimizerState stopped(OptimizerState state, Standing standing) {
  state.standing = standing;
  return state;
}

} // namespace

OptimizerSettings defaultSettings(Method method) {
  OptimizerSettings settings;
  settings.method = method;
  if (method == Method::Momentum || method == Method::Nesterov)
    settings.momentum = 0.9;
  if (method == Method::AdaGrad || method == Method::RmsProp)
    settings.lr = 0.01;
  if (method == Method::AdaGrad)
    settings.eps = 1e-10;
  if (method == Method::AdamW)
    settings.weightDecay = 0.01;
  if (method == Method::Newton || method == Method::Lbfgs)
    settings.lr = 1;
  return settings;
}

Vector2d gradientNoise(const OptimizerSettings& settings, std::int64_t step) {
  if (settings.noise == 0)
    return Vector2d::Zero();
  // The step is mixed before it meets the seed, or neighbouring seeds would draw shifted copies of one walk.
  numerics::Random mixed(static_cast<std::uint64_t>(step));
  numerics::Random random(settings.seed ^ mixed.bits());
  const double x = numerics::standardNormal(random);
  const double y = numerics::standardNormal(random);
  return settings.noise * Vector2d(x, y);
}

OptimizerState initialState(const Objective& objective, const Vector2d& start) {
  const calculus::SecondOrder f = objective.secondOrder(start);
  OptimizerState state;
  state.point = start;
  state.value = f.value;
  state.gradient = f.gradient;
  state.standing = standingOf(start, f);
  return state;
}

OptimizerState nextState(const Objective& objective, const OptimizerSettings& settings,
                         const OptimizerState& state) {
  if (state.standing != Standing::Walking)
    return state;
  OptimizerState next = state;
  const Vector2d g = state.gradient + gradientNoise(settings, state.step);
  switch (settings.method) {
  case Method::GradientDescent:
  case Method::Momentum:
  case Method::Nesterov:
    stepSgd(settings, g, next);
    break;
  case Method::AdaGrad:
    stepAdaGrad(settings, g, next);
    break;
  case Method::RmsProp:
    stepRmsProp(settings, g, next);
    break;
  case Method::Adam:
  case Method::AdamW:
    stepAdam(settings, g, next);
    break;
  case Method::Newton: {
    const Eigen::Matrix2d hessian = objective.secondOrder(state.point).hessian;
    if (!hessian.allFinite())
      return stopped(state, Standing::NoCurvature);
    next.point += settings.lr * newtonStep(g, hessian);
    break;
  }
  case Method::Lbfgs: {
    LbfgsStep step = lbfgsStep(objective, settings, state);
    if (step.settled)
      return stopped(state, Standing::Settled);
    next.point = step.point;
    next.pairs = std::move(step.pairs);
    break;
  }
  }
  const calculus::SecondOrder f = objective.secondOrder(next.point);
  const Standing standing = standingOf(next.point, f);
  if (standing != Standing::Walking)
    return stopped(state, standing);
  ++next.step;
  next.value = f.value;
  next.gradient = f.gradient;
  return next;
}

} // namespace eigenboard::optimization
