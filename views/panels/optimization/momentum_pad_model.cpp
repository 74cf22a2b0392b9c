#include "views/panels/optimization/momentum_pad_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace eigenboard::panels::optimization::momentum_pad_panel {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr int samplesOfPad = 64;
/// log₁₀ of the most steps a digit that the colours tell apart.
constexpr double slowest = 3.5;

/// Curvatures from 1/κ to 1, evenly spaced on a logarithmic scale.
std::vector<double> curvaturesOf(const Params& params) {
  std::vector<double> curvatures;
  for (int i = 0; i < params.modes; ++i)
    curvatures.push_back(
        std::pow(params.condition, -static_cast<double>(params.modes - 1 - i) / (params.modes - 1)));
  return curvatures;
}

double positionSize(const std::vector<math::ModeState>& modes) {
  double size = 0;
  for (const math::ModeState& mode : modes)
    size = std::hypot(size, mode.position);
  return size;
}

/// With the pushes, so that a swing through 0 does not look like an arrival.
double wholeSize(const std::vector<math::ModeState>& modes) {
  double size = 0;
  for (const math::ModeState& mode : modes)
    size = std::hypot(size, std::hypot(mode.position, mode.push));
  return size;
}

geometry::SampledField mapOf(math::MomentumMethod method, double condition) {
  const std::array curvatures{1 / condition, 1.0};
  return geometry::sampled(
      [&](double rate, double momentum) {
        const double digits = stepsPerDigit(math::slowestFactor({method, rate, momentum}, curvatures));
        return std::clamp(std::log10(digits), 0.0, slowest);
      },
      {samplesOfPad, samplesOfPad, 0, mostRate, 0, 1, {}});
}

double arrivalOf(const Params& params, const Result& result, const std::vector<double>& curvatures) {
  const std::optional<int> steps =
      math::stepsToShare(params.settings(), curvatures, start(params).modes, params.tolerance, longestSearch);
  if (steps)
    return *steps;
  return result.converges() ? notANumber : infinity;
}

double measuredOf(std::span<const Step> history) {
  const auto steps = static_cast<int>(history.size()) - 1;
  const int half = steps / 2;
  const double before = wholeSize(history[static_cast<std::size_t>(half)].modes);
  constexpr double vanished = 1e-280;
  if (steps == 0 || before < vanished)
    return notANumber;
  return std::pow(wholeSize(history.back().modes) / before, 1.0 / (steps - half));
}

} // namespace

Step start(const Params& params) {
  Step step;
  for (int i = 0; i < params.modes; ++i)
    step.modes.push_back({i == 0 ? params.start.x() : i == params.modes - 1 ? params.start.y() : 1.0, 0});
  return step;
}

Step next(const Params& params, const Step& step) {
  Step after = step;
  ++after.count;
  const std::vector<double> curvatures = curvaturesOf(params);
  for (std::size_t i = 0; i < after.modes.size(); ++i)
    after.modes[i] = math::nextMode(params.settings(), curvatures[i], after.modes[i]);
  return after;
}

bool Result::converges() const {
  return std::all_of(modes.begin(), modes.end(), [](const Mode& mode) { return mode.rate.converges(); });
}

double stepsPerDigit(double factor) {
  constexpr double nearOne = 1e-12;
  return factor < 1 - nearOne ? std::log(10.0) / -std::log(factor) : infinity;
}

Result evaluate(const Params& params, std::span<const Step> history, Maps& maps) {
  Result result;
  result.history = history;
  const std::vector<double> curvatures = curvaturesOf(params);
  const int last = std::max(params.shown, result.step());
  const Step first = start(params);
  for (std::size_t i = 0; i < curvatures.size(); ++i) {
    Mode mode{curvatures[i], math::rateOf(params.settings(), curvatures[i], sameRoots), {}};
    math::ModeState state = first.modes[i];
    for (int k = 0; k <= last; ++k) {
      mode.way.push_back(state.position);
      state = math::nextMode(params.settings(), curvatures[i], state);
    }
    result.factor = std::max(result.factor, mode.rate.factor);
    result.modes.push_back(std::move(mode));
  }
  result.map =
      maps.to({params.method, params.condition}, [&] { return mapOf(params.method, params.condition); });
  result.best = math::bestTuning(params.method, curvatures.front(), curvatures.back());
  result.distance = positionSize(result.current().modes);
  result.measured = measuredOf(history);
  result.arrival = arrivalOf(params, result, curvatures);
  return result;
}

scene::Role roleOf(std::size_t mode, std::size_t modes) {
  // The flattest and the steepest have the same colours however many stand between.
  constexpr std::array<int, 4> places = {0, 2, 6, 3};
  return scene::seriesRole(mode + 1 == modes ? places.back() : places.at(mode));
}

} // namespace eigenboard::panels::optimization::momentum_pad_panel
