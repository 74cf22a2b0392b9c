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

/// From the lowest height to the share of all that is drawn, and so much more that the surface does not touch
/// floor and ceiling, and a level plane has room there. A constant function lies in the middle.
geometry::FieldRange shownOf(const geometry::FieldRange& range, double ceiling) {
  constexpr double share = 0.05;
  const double size = std::max(std::abs(range.minimum), std::abs(range.maximum));
  // What differs by rounding alone is constant, and so is what no picture can tell from 0.
  const bool isFlat = range.maximum - range.minimum <= std::max(1e-12 * size, 1e-300);
  const double drawn = isFlat ? 0 : ceiling * (range.maximum - range.minimum);
  const double room = isFlat ? std::max(1.0, size) / 2 : share * drawn;
  return {range.minimum - room, range.minimum + drawn + room};
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

/// A function that cannot be shown.
Ground unshown(const QString& problem) {
  Ground ground;
  ground.problem = problem;
  ground.range = {undefined, undefined};
  return ground;
}

Ground groundOf(const QString& text) {
  const std::vector<std::string> variables{"x", "y"};
  const algebra::ParsedExpression parsed = algebra::parseExpression(text.toStdString(), variables);
  if (!parsed.ok())
    return unshown(panel::expressionProblem(parsed, variables));
  Ground ground;
  ground.f = parsed.expression;
  ground.field = geometry::sampled([&](double x, double y) { return valueAt(ground, x, y); },
                                   {samplesAcross, samplesAcross, -reach, reach, -reach, reach, {}});
  const auto range = geometry::rangeOf(ground.field);
  if (!range)
    return unshown(Words::tr("f has no value anywhere between −2 and 2"));
  // Pictures, differences and lengths need room below the largest double.
  constexpr double largest = 1e150;
  if (std::max(std::abs(range->minimum), std::abs(range->maximum)) > largest)
    return unshown(Words::tr("The values of f are too large to be drawn"));
  ground.range = *range;
  ground.isRavine = geometry::isRavine(ground.field);
  ground.interpolation = geometry::interpolationError(ground.field);
  return ground;
}

Cut cutOf(const Ground& ground, double level) {
  Cut cut;
  cut.line = geometry::levelSet(ground.field, level);
  cut.length = geometry::lengthOf(cut.line);
  for (const geometry::LevelLine& line : cut.line.lines)
    for (const Eigen::Vector2d& point : line.points)
      cut.worst = std::max(cut.worst, std::abs(valueAt(ground, point.x(), point.y()) - level));
  return cut;
}

} // namespace

double valueAt(const Ground& ground, double x, double y) {
  return algebra::evaluate(ground.f, std::array{x, y});
}

Result evaluate(const Params& params, Memory& memory) {
  Result result;
  result.ground = memory.grounds.to(params.f, [&] { return groundOf(params.f); });
  const Ground& ground = *result.ground;
  if (!ground.problem.isEmpty()) {
    result.value = undefined;
    result.gradient = {undefined, undefined};
    return result;
  }
  result.contours = memory.contours.to({params.f, params.contours},
                                       [&] { return geometry::contours(ground.field, params.contours); });
  result.cut = memory.cuts.to({params.f, params.level}, [&] { return cutOf(ground, params.level); });
  result.shown = shownOf(ground.range, params.ceiling);
  const auto f = [&](double x, double y) { return valueAt(ground, x, y); };
  const eigenboard::calculus::ValueAndGradient at =
      eigenboard::calculus::gradient(ground.f, std::array{params.a, params.b});
  result.value = f(params.a, params.b);
  result.gradient =
      std::isfinite(result.value) ? Eigen::Vector2d(at.gradient) : Eigen::Vector2d(undefined, undefined);
  result.alongX = sliceOf(params.a, [&](double x) { return f(x, params.b); });
  result.alongY = sliceOf(params.b, [&](double y) { return f(params.a, y); });
  return result;
}

} // namespace eigenboard::panels::functions::surface_and_contour_panel
