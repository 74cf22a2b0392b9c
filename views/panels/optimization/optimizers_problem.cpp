#include "views/panels/optimization/optimizers_problem.h"

#include "core/geometry/level_choice.h"
#include "core/optimization/test_functions.h"
#include "views/panels/support/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace math = eigenboard::optimization;

namespace {

constexpr int gridColumns = 85;
constexpr int gridRows = 85;
constexpr int contourCount = 12;
constexpr std::size_t landscapesKept = 4;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

math::TestFunction published(FunctionKind kind) {
  switch (kind) {
  case FunctionKind::Ravine:
    return math::TestFunction::Ravine;
  case FunctionKind::Saddle:
    return math::TestFunction::Saddle;
  case FunctionKind::Plateau:
    return math::TestFunction::Plateau;
  case FunctionKind::Rosenbrock:
    return math::TestFunction::Rosenbrock;
  case FunctionKind::Himmelblau:
    return math::TestFunction::Himmelblau;
  case FunctionKind::Beale:
    return math::TestFunction::Beale;
  case FunctionKind::Bowl:
  case FunctionKind::Own:
    break;
  }
  return math::TestFunction::Bowl;
}

/// Half of the values lie low in their range, as in a valley between steep sides.
bool isSteepSided(const eigenboard::geometry::SampledField& values,
                  const eigenboard::geometry::FieldRange& range) {
  std::vector<double> finite;
  for (const double value : values.values)
    if (std::isfinite(value))
      finite.push_back(value);
  const auto middle = finite.begin() + static_cast<std::ptrdiff_t>(finite.size() / 2);
  std::nth_element(finite.begin(), middle, finite.end());
  return *middle - range.minimum < 0.28 * (range.maximum - range.minimum);
}

/// The square about the same middle that holds the window: a unit is as long across as up, and a flat window
/// would leave most of a picture empty.
math::Window squared(const math::Window& window) {
  const Eigen::Vector2d middle = (window.low + window.high) / 2;
  const double half = (window.high - window.low).maxCoeff() / 2;
  return {middle - Eigen::Vector2d(half, half), middle + Eigen::Vector2d(half, half)};
}

std::shared_ptr<const Landscape> surveyed(const Problem& problem) {
  const math::Window& window = problem.objective.window;
  Landscape landscape;
  eigenboard::geometry::SampledField grid{
      gridColumns, gridRows, window.low.x(), window.high.x(), window.low.y(), window.high.y(), {}};
  landscape.heights = eigenboard::geometry::sampled(
      [&problem](double x, double y) {
        return problem.objective.value({x, y});
      },
      std::move(grid));
  const std::optional<eigenboard::geometry::FieldRange> range =
      eigenboard::geometry::rangeOf(landscape.heights);
  if (!range) // nowhere a value: an empty picture
    return std::make_shared<const Landscape>(std::move(landscape));
  landscape.scale.isLogarithmic = isSteepSided(landscape.heights, *range);
  landscape.scale.lowest = std::isnan(problem.lowest) ? range->minimum : problem.lowest;
  for (double& value : landscape.heights.values)
    value = landscape.scale.height(value);
  landscape.range = {landscape.scale.height(range->minimum), landscape.scale.height(range->maximum)};
  landscape.levels =
      eigenboard::geometry::evenLevels(landscape.range.minimum, landscape.range.maximum, contourCount);
  for (const double level : landscape.levels) {
    const eigenboard::geometry::LevelSet set = eigenboard::geometry::levelSet(landscape.heights, level);
    for (const eigenboard::geometry::LevelLine& line : set.lines)
      landscape.contours.push_back({landscape.scale.value(level), figure::toPoints(line.points)});
  }
  return std::make_shared<const Landscape>(std::move(landscape));
}

} // namespace

std::shared_ptr<const Problem> problemOf(FunctionKind kind, const QString& formula) {
  Problem problem;
  problem.isOwn = kind == FunctionKind::Own;
  if (problem.isOwn) {
    problem.own = eigenboard::algebra::parseExpression(formula.toStdString(), {"x", "y"});
    problem.objective = math::objectiveOf(problem.own.expression);
    problem.objective.window = {{-4, -3}, {4, 3}};
  } else {
    problem.objective = math::objectiveOf(published(kind));
  }
  problem.objective.window = squared(problem.objective.window);
  problem.lowest = problem.isOwn || kind == FunctionKind::Saddle ? none : 0;
  return std::make_shared<const Problem>(std::move(problem));
}

double HeightScale::height(double value) const {
  return isLogarithmic ? std::log10(1 + std::max(0.0, value - lowest)) : value;
}

double HeightScale::value(double height) const {
  return isLogarithmic ? std::pow(10, height) - 1 + lowest : height;
}

std::shared_ptr<const Landscape> Landscapes::of(FunctionKind kind, const QString& formula,
                                                const Problem& problem) {
  const QString key = kind == FunctionKind::Own ? formula : QString();
  const std::lock_guard lock(mutex_);
  for (const Kept& kept : kept_)
    if (kept.kind == kind && kept.formula == key)
      return kept.landscape;
  kept_.push_back({kind, key, surveyed(problem)});
  if (kept_.size() > landscapesKept)
    kept_.pop_front();
  return kept_.back().landscape;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
