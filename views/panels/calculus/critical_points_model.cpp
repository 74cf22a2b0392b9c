#include "views/panels/calculus/critical_points_model.h"

#include "core/geometry/level_choice.h"
#include "views/panel/expression_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::calculus::critical_points_panel {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr int contourCount = 14;
constexpr int modelSamples = 41;
constexpr int modelLevels = 7;

Ground groundOf(const Params& p) {
  Ground ground;
  if (p.source == Source::Own) {
    const auto parsed = algebra::parseExpression(p.f.toStdString(), {"x", "y"});
    if (!parsed.ok()) {
      ground.problem = panel::expressionProblem(parsed, {"x", "y"});
      return ground;
    }
  }
  ground.objective = objectiveOf(p);
  ground.field = geometry::sampled(
      [&](double x, double y) {
        return ground.objective->value({x, y});
      },
      {samplesAcross, samplesAcross, -reach, reach, -reach, reach, {}});
  const auto range = geometry::rangeOf(ground.field);
  constexpr double largest = 1e150; // squares of slopes need room below the largest double
  if (!range)
    ground.problem = Words::tr("f has no value anywhere between −2 and 2");
  else if (std::max(std::abs(range->minimum), std::abs(range->maximum)) > largest)
    ground.problem = Words::tr("The values of f are too large to be drawn");
  if (!ground.problem.isEmpty())
    return ground;
  ground.range = *range;
  ground.contours = geometry::contours(ground.field, contourCount);
  ground.critical = walks::criticalPoints(*ground.objective);
  ground.turns = walks::windingNumber(*ground.objective);
  return ground;
}

/// Contours of the quadratic that fits f best at the point, inside the disc, one of them through the point.
std::vector<geometry::LevelSet> modelOf(const Params& p, const eigenboard::calculus::SecondOrder& here) {
  std::vector<geometry::LevelSet> sets;
  if (!std::isfinite(here.value) || !here.gradient.allFinite() || !here.hessian.allFinite())
    return sets;
  const double r = p.radius;
  const geometry::SampledField field = geometry::sampled(
      [&](double x, double y) {
        const Eigen::Vector2d step(x, y);
        return step.norm() > 1.001 * r ? undefined : walks::secondOrderModel(here, step);
      },
      {modelSamples, modelSamples, -r, r, -r, r, {}});
  const auto range = geometry::rangeOf(field);
  if (!range)
    return sets;
  std::vector<double> levels = geometry::evenLevels(range->minimum, range->maximum, modelLevels);
  levels.insert(levels.begin(), here.value);
  for (const double level : levels) {
    geometry::LevelSet set = geometry::levelSet(field, level);
    for (geometry::LevelLine& line : set.lines)
      for (Eigen::Vector2d& point : line.points)
        point += p.at;
    sets.push_back(std::move(set));
  }
  return sets;
}

} // namespace

std::shared_ptr<const walks::Objective> objectiveOf(const Params& p) {
  if (p.source == Source::Family)
    return std::make_shared<const walks::Objective>(
        walks::objectiveOf(walks::QuarticFamily{p.a, p.b, p.c, p.m, p.q}));
  walks::Objective objective =
      walks::objectiveOf(algebra::parseExpression(p.f.toStdString(), {"x", "y"}).expression);
  objective.window = {{-reach, -reach}, {reach, reach}};
  return std::make_shared<const walks::Objective>(std::move(objective));
}

Step start(const Params& params) {
  auto objective = objectiveOf(params);
  walks::OptimizerState state = walks::initialState(*objective, params.at);
  return {std::move(objective), std::move(state)};
}

Step next(const Params& params, const Step& step) {
  walks::OptimizerSettings settings;
  settings.lr = params.rate;
  return {step.objective, walks::nextState(*step.objective, settings, step.state)};
}

bool hasLeft(const Step& step) {
  return step.state.diverged() || step.state.point.lpNorm<Eigen::Infinity>() > 3 * reach;
}

bool isFinished(const Params&, const Step& step) {
  constexpr double levelEnough = 1e-6;
  const Eigen::Vector2d& g = step.state.gradient;
  return step.state.standing != walks::Standing::Walking || hasLeft(step) ||
         std::hypot(g.x(), g.y()) <= levelEnough;
}

double Result::undecided() const {
  return ground->critical.hasLine ? std::numeric_limits<double>::infinity() : count(CriticalKind::Undecided);
}

double Result::steepness() const {
  return std::hypot(here.gradient.x(), here.gradient.y());
}

bool Result::isLevel() const {
  return steepness() <= 1e-3 * ground->critical.slopeScale;
}

const walks::CriticalPoint* Result::nearest(const Eigen::Vector2d& place, double within) const {
  const walks::CriticalPoint* best = nullptr;
  double distance = within;
  for (const walks::CriticalPoint& point : ground->critical.points) {
    const double away = (point.place - place).norm();
    if (away <= distance) {
      distance = away;
      best = &point;
    }
  }
  return best;
}

Result evaluate(const Params& p, std::span<const Step> history, Memory& memory) {
  Result result;
  result.history = history;
  const bool isFamily = p.source == Source::Family;
  const Question question = isFamily ? Question{p.source, QString(), p.a, p.b, p.c, p.m, p.q}
                                     : Question{p.source, p.f, 0, 0, 0, 0, 0};
  result.ground = memory.to(question, [&] { return groundOf(p); });
  if (!result.ground->problem.isEmpty())
    return result;
  const walks::Objective& objective = *result.ground->objective;
  result.here = objective.secondOrder(p.at);
  result.bends = eigenboard::calculus::curvatures(result.here.hessian);
  result.model = modelOf(p, result.here);
  result.walkerCurvature =
      eigenboard::calculus::curvatures(objective.secondOrder(result.walker().state.point).hessian).largest;
  return result;
}

} // namespace eigenboard::panels::calculus::critical_points_panel
