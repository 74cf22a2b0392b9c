#include "views/panels/functions/surface_and_contour_model.h"

#include "core/calculus/computation_graph.h"
#include "core/geometry/level_choice.h"
#include "views/panel/expression_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::functions::surface_and_contour_panel {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// So that the surface does not touch floor and ceiling, and a level plane has room there. A constant
/// function lies in the middle.
geometry::FieldRange withRoom(const geometry::FieldRange& range) {
  constexpr double share = 0.05;
  const double size = std::max(std::abs(range.minimum), std::abs(range.maximum));
  // What differs by rounding alone is constant, and so is what no picture can tell from 0.
  const bool isFlat = range.maximum - range.minimum <= std::max(1e-12 * size, 1e-300);
  const double room = isFlat ? std::max(1.0, size) / 2 : share * (range.maximum - range.minimum);
  return {range.minimum - room, range.maximum + room};
}

/// The samples of one variable, and the reader's own place among them.
std::vector<double> placesWith(double place) {
  std::vector<double> places;
  const geometry::SampledField grid{samplesAcross, 2, -reach, reach, 0, 1, {}};
  for (int i = 0; i < samplesAcross; ++i)
    places.push_back(grid.x(i));
  const auto after = std::lower_bound(places.begin(), places.end(), place);
  if (after == places.end() || *after != place)
    places.insert(after, place);
  return places;
}

template <typename Height>
Slice sliceOf(double place, Height height) {
  Slice slice;
  bool goesOn = false;
  for (const double at : placesWith(place)) {
    const double z = height(at);
    if (!std::isfinite(z)) {
      goesOn = false;
      continue;
    }
    if (!goesOn)
      slice.emplace_back();
    slice.back().emplace_back(at, z);
    goesOn = true;
  }
  return slice;
}

/// A function that cannot be shown: all numbers are undefined.
Result unshown(const QString& problem) {
  Result result;
  result.problem = problem;
  result.value = undefined;
  result.gradient = {undefined, undefined};
  result.range = {undefined, undefined};
  return result;
}

} // namespace

double valueAt(const Result& result, double x, double y) {
  return algebra::evaluate(result.f, std::array{x, y});
}

Result evaluate(const Params& params) {
  const std::vector<std::string> variables{"x", "y"};
  const algebra::ParsedExpression parsed = algebra::parseExpression(params.f.toStdString(), variables);
  if (!parsed.ok())
    return unshown(panel::expressionProblem(parsed, variables));
  Result result;
  result.f = parsed.expression;
  const auto f = [&result](double x, double y) { return valueAt(result, x, y); };
  result.field = geometry::sampled(f, {samplesAcross, samplesAcross, -reach, reach, -reach, reach, {}});
  const auto range = geometry::rangeOf(result.field);
  if (!range)
    return unshown(Words::tr("f has no value anywhere between −2 and 2"));
  // Pictures, differences and lengths need room below the largest double.
  constexpr double largest = 1e150;
  if (std::max(std::abs(range->minimum), std::abs(range->maximum)) > largest)
    return unshown(Words::tr("The values of f are too large to be drawn"));
  result.range = *range;
  result.shown = withRoom(*range);
  if (params.contours > 0)
    for (const double level : geometry::levelsFor(result.field, params.contours))
      result.contours.push_back(geometry::levelSet(result.field, level));
  result.levelSet = geometry::levelSet(result.field, params.level);
  const calculus::ValueAndGradient at = calculus::gradient(result.f, std::array{params.a, params.b});
  result.value = f(params.a, params.b);
  result.gradient =
      std::isfinite(result.value) ? Eigen::Vector2d(at.gradient) : Eigen::Vector2d(undefined, undefined);
  result.alongX = sliceOf(params.a, [&](double x) { return f(x, params.b); });
  result.alongY = sliceOf(params.b, [&](double y) { return f(params.a, y); });
  return result;
}

} // namespace eigenboard::panels::functions::surface_and_contour_panel
