#include "views/panels/optimization/optimizers_model.h"

#include "core/optimization/newton.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace math = eigenboard::optimization;

namespace {

/// How far the faint trails look ahead.
constexpr int stepsAhead = 120;

bool isWithin(const Params& params, const math::OptimizerState& state) {
  return std::hypot(state.gradient.x(), state.gradient.y()) <= params.tolerance;
}

/// Notes an arrival, and whether the walk goes on.
void judge(const Params& params, Walk& walk) {
  if (!walk.hasArrived() && !walk.state.diverged() && isWithin(params, walk.state))
    walk.arrival = static_cast<int>(walk.state.step);
  walk.moving = walk.state.standing == math::Standing::Walking && !(walk.hasArrived() && params.noise == 0);
}

/// The first to arrive; before anyone has, the lowest.
int leaderOf(const std::vector<Walk>& walks) {
  int leader = -1;
  for (std::size_t i = 0; i < walks.size(); ++i) {
    const Walk& walk = walks[i];
    if (walk.state.diverged())
      continue;
    const Walk* best = leader < 0 ? nullptr : &walks[static_cast<std::size_t>(leader)];
    const bool isBetter =
        !best || (walk.hasArrived() ? !best->hasArrived() || walk.arrival < best->arrival
                                    : !best->hasArrived() && walk.state.value < best->state.value);
    if (isBetter)
      leader = static_cast<int>(i);
  }
  return leader;
}

int watchedOf(const Params& params, const std::vector<Walk>& walks) {
  for (std::size_t i = 0; i < walks.size(); ++i)
    if (static_cast<int>(params.watch) == static_cast<int>(walks[i].method) + 1)
      return static_cast<int>(i);
  const int leader = leaderOf(walks);
  return leader < 0 && !walks.empty() ? 0 : leader;
}

} // namespace

bool Params::races(Method method) const {
  switch (method) {
  case Method::GradientDescent:
    return gradientDescent;
  case Method::Momentum:
    return heavyBall;
  case Method::Nesterov:
    return nesterov;
  case Method::AdaGrad:
    return adagrad;
  case Method::RmsProp:
    return rmsprop;
  case Method::Adam:
    return adam;
  case Method::AdamW:
    return adamw;
  case Method::Newton:
    return newton;
  case Method::Lbfgs:
    return lbfgs;
  }
  return false;
}

math::OptimizerSettings settingsOf(const Params& params, Method method) {
  math::OptimizerSettings settings = math::defaultSettings(method);
  switch (method) {
  case Method::GradientDescent:
    settings.lr = params.rate;
    break;
  case Method::Momentum:
  case Method::Nesterov:
    settings.lr = params.rate;
    settings.momentum = params.momentum;
    break;
  case Method::AdaGrad:
    settings.lr = params.length;
    break;
  case Method::RmsProp:
    settings.lr = params.length;
    settings.alpha = params.memory;
    break;
  case Method::AdamW:
    settings.weightDecay = params.decay;
    [[fallthrough]];
  case Method::Adam:
    settings.lr = params.length;
    settings.beta1 = params.momentum;
    settings.beta2 = params.memory;
    break;
  case Method::Newton:
  case Method::Lbfgs:
    break;
  }
  settings.noise = params.noise;
  settings.seed = static_cast<std::uint64_t>(params.seed);
  return settings;
}

Step start(const Params& params) {
  Step step{problemOf(params.function, params.formula), {}};
  for (int i = 0; i < methodCount; ++i) {
    Walk walk;
    walk.method = static_cast<Method>(i);
    if (!params.races(walk.method))
      continue;
    walk.state = math::initialState(step.problem->objective, params.start);
    judge(params, walk);
    step.walks.push_back(std::move(walk));
  }
  return step;
}

Step next(const Params& params, const Step& step) {
  Step after = step;
  for (Walk& walk : after.walks) {
    if (!walk.moving)
      continue;
    const Eigen::Vector2d before = walk.state.point;
    math::OptimizerSettings settings = settingsOf(params, walk.method);
    if (walk.method != Method::Newton && walk.method != Method::Lbfgs)
      settings.lr *= scheduleFactor(params, walk.state.step);
    walk.state = math::nextState(step.problem->objective, settings, walk.state);
    const Eigen::Vector2d moved = walk.state.point - before;
    walk.path += std::hypot(moved.x(), moved.y());
    judge(params, walk);
  }
  return after;
}

bool isFinished(const Params&, const Step& step) {
  for (const Walk& walk : step.walks)
    if (walk.moving)
      return false;
  return true;
}

const Walk* Result::walk(Method method) const {
  for (const Walk& one : walks())
    if (one.method == method)
      return &one;
  return nullptr;
}

Result evaluate(const Params& params, std::span<const Step> history, Landscapes& landscapes) {
  Result result;
  result.history = history;
  const Problem& problem = result.problem();
  result.landscape = landscapes.of(params.function, params.formula, problem);
  if (params.ahead) {
    result.ahead.reserve(stepsAhead + 1);
    result.ahead.push_back(result.current());
    while (result.ahead.size() <= stepsAhead && !isFinished(params, result.ahead.back()))
      result.ahead.push_back(next(params, result.ahead.back()));
  }
  result.watched = watchedOf(params, result.walks());
  const Walk* watched = result.watchedWalk();
  result.curvature = watched
                         ? math::largestCurvature(problem.objective.secondOrder(watched->state.point).hessian)
                         : std::numeric_limits<double>::quiet_NaN();
  return result;
}

QString keyOf(Method method) {
  static const std::array<QString, methodCount> keys = {
      QStringLiteral("gd"),      QStringLiteral("heavy_ball"), QStringLiteral("nesterov"),
      QStringLiteral("adagrad"), QStringLiteral("rmsprop"),    QStringLiteral("adam"),
      QStringLiteral("adamw"),   QStringLiteral("newton"),     QStringLiteral("lbfgs")};
  return keys.at(static_cast<std::size_t>(method));
}

QString nameOf(Method method) {
  static const std::array<QString, methodCount> names = {
      QStringLiteral("GD"),      QStringLiteral("Momentum"), QStringLiteral("Nesterov"),
      QStringLiteral("AdaGrad"), QStringLiteral("RMSProp"),  QStringLiteral("Adam"),
      QStringLiteral("AdamW"),   QStringLiteral("Newton"),   QStringLiteral("L-BFGS")};
  return names.at(static_cast<std::size_t>(method));
}

scene::Role roleOf(Method method) {
  // Those that race at first have the colours that differ most.
  constexpr std::array<int, methodCount> places = {0, 1, 5, 6, 4, 2, 8, 3, 7};
  return scene::seriesRole(places.at(static_cast<std::size_t>(method)));
}

} // namespace eigenboard::panels::optimization::optimizers_panel
