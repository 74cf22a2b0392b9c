#include "views/panels/optimization/convexity_model.h"

#include "core/calculus/forward_mode.h"
#include "core/geometry/level_choice.h"
#include "views/panel/expression_words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>
#include <utility>

namespace eigenboard::panels::optimization::convexity_panel {

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double unitRounding = std::numeric_limits<double>::epsilon();

/// From the lowest to the highest, but where a pole or a steep end dwarfs the rest only what most samples
/// have.
std::pair<double, double> shownRange(std::vector<double> values) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  if (values.empty())
    return {-1, 1};
  std::sort(values.begin(), values.end());
  const auto at = [&values](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  double low = at(0);
  double high = at(1);
  constexpr double dwarfs = 12;
  if (high - low > dwarfs * (at(0.85) - at(0.15)) && at(0.85) > at(0.15)) {
    low = at(0.05);
    high = at(0.95);
  }
  const double margin = std::max(0.12 * (high - low), 0.02 * std::max(std::abs(low), std::abs(high)));
  return margin > 0 ? std::pair(low - margin, high + margin) : std::pair(low - 1, high + 1);
}

CurveGround groundOf(const QString& text) {
  const std::vector<std::string> variables{"x"};
  const algebra::ParsedExpression parsed = algebra::parseExpression(text.toStdString(), variables);
  CurveGround ground;
  ground.leastBend = ground.concaveLength = noNumber;
  if (!parsed.ok()) {
    ground.problem = panel::expressionProblem(parsed, variables);
    return ground;
  }
  ground.f = parsed.expression;
  ground.samples = math::sampled(ground.curve(), -reach, reach, curveSamples);
  std::vector<double> values;
  std::vector<double> bends;
  double largest = 0;
  for (const math::CurvePoint& point : ground.samples.points) {
    values.push_back(point.value);
    bends.push_back(point.bend);
    if (std::isfinite(point.value))
      largest = std::max(largest, std::abs(point.value));
  }
  const bool hasValue =
      std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
  constexpr double mostShown = 1e150; // products of values still fit into a double
  if (!hasValue || largest > mostShown) {
    ground.problem = hasValue ? Words::tr("The values of f are too large to be drawn")
                              : Words::tr("f has no value anywhere between −3 and 3");
    return ground;
  }
  std::tie(ground.bottom, ground.top) = shownRange(std::move(values));
  std::tie(ground.bendBottom, ground.bendTop) = shownRange(std::move(bends));
  ground.bendBottom = std::min(ground.bendBottom, -0.15 * std::abs(ground.bendTop));
  ground.bendTop = std::max(ground.bendTop, 0.15 * std::abs(ground.bendBottom));
  ground.concave = math::concaveParts(ground.curve(), ground.samples);
  ground.isWhole = math::isDefinedOnOneStretch(ground.samples);
  ground.leastBend = math::leastBend(ground.samples);
  ground.concaveLength = 0;
  for (const math::Interval& part : ground.concave)
    ground.concaveLength += part.high - part.low;
  return ground;
}

CurveResult curveResult(const Params& params, Memory& memory) {
  CurveResult result;
  result.ground = memory.curves.to(params.f, [&] { return groundOf(params.f); });
  if (!result.ground->problem.isEmpty())
    return result;
  const math::Curve curve = result.ground->curve();
  result.chord = math::chordTest(curve, params.a, params.b, chordSamples);
  result.tangent = math::tangentTest(curve, params.mean(), result.ground->samples);
  result.gap = math::jensenGap(curve, params.a, params.b, params.weight);
  double size = 1;
  for (const math::CurvePoint& point : result.ground->samples.points)
    if (std::isfinite(point.value) && std::isfinite(point.slope))
      size = std::max(size, std::abs(point.value) + reach * std::abs(point.slope));
  // Some thirty operations make f, and its place is rounded too.
  result.rounding = 64 * unitRounding * size;
  return result;
}

MapGround mapOf(const math::Quadratic& f) {
  constexpr int columns = 71;
  constexpr int rows = 63;
  constexpr int contourCount = 10;
  MapGround map; // further than the axes, since equal units may show more
  map.field = geometry::sampled(
      [&f](double x, double y) {
        return math::valueOf(f, {x, y});
      },
      {columns, rows, -1.25 * mapWidth, 1.25 * mapWidth, -1.5 * mapHeight, 1.5 * mapHeight, {}});
  map.contours = geometry::contours(map.field, contourCount);
  return map;
}

ConstrainedResult constrainedResult(const Params& params, Memory& memory) {
  ConstrainedResult result;
  result.f = params.objective();
  result.g = params.constraint();
  result.curvatures = math::curvaturesOf(result.f);
  result.optimum = math::constrainedMinimum(result.f, result.g);
  const double constraint = math::valueOf(result.g, result.optimum.point);
  constexpr double edge = 1e-11; // some thousand roundings of places and radii up to 4
  result.constraint = std::abs(constraint) <= edge ? 0 : constraint;
  result.dual = math::dualValue(result.f, result.g, params.multiplier);
  result.least = math::lagrangianMinimizer(result.f, result.g, params.multiplier);
  result.gap = result.isBounded() ? result.optimum.value - result.dual : noNumber;
  result.map = memory.maps.to({params.hxx, params.hxy, params.hyy, params.centre.x(), params.centre.y()},
                              [&] { return mapOf(result.f); });
  return result;
}

} // namespace

math::Quadratic Params::objective() const {
  math::Quadratic objective;
  objective.H << hxx, hxy, hxy, hyy;
  objective.centre = centre;
  return objective;
}

math::Constraint Params::constraint() const {
  const double angle = direction * std::numbers::pi / 180;
  return {kind, middle, {std::cos(angle), std::sin(angle)}, radius};
}

math::Curve CurveGround::curve() const {
  return [this](double x) {
    const eigenboard::calculus::SecondOrder at = eigenboard::calculus::secondOrder(f, {x, 0});
    if (!std::isfinite(at.value))
      return math::CurvePoint{at.value, noNumber, noNumber};
    return math::CurvePoint{at.value, at.gradient.x(), at.hessian(0, 0)};
  };
}

Result evaluate(const Params& params, Memory& memory) {
  Result result;
  if (params.look == LookKind::Curve)
    result.curve = curveResult(params, memory);
  else
    result.constrained = constrainedResult(params, memory);
  return result;
}

} // namespace eigenboard::panels::optimization::convexity_panel
