#include "views/panels/models/neural_landscape_model.h"

#include "core/geometry/level_choice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::models::neural_landscape_panel {

namespace {

constexpr int contourCount = 14;

/// Streams of random numbers that the one seed decides: data, start, directions.
std::uint64_t streamOf(int seed, int stream) {
  return static_cast<std::uint64_t>(seed) * 64 + static_cast<std::uint64_t>(stream);
}

geometry::SampledField sampledLosses(const Params& p, const nets::LabelledPoints& points,
                                     const nets::LossSlice& slice, panel::Progress& progress) {
  const nets::NetworkShape shape = p.shape();
  int done = 0;
  return geometry::sampled(
      [&](double alpha, double beta) {
        if (progress.isCancelled())
          return 0.0;
        progress.report(static_cast<double>(++done) / (gridAcross * gridAcross));
        return nets::networkLoss(shape, slice.at(alpha, beta), points);
      },
      {gridAcross, gridAcross, -p.span, p.span, -p.span, p.span, {}});
}

Landscape landscapeOf(const Params& p, std::span<const Step> history, panel::Progress& progress) {
  const Step& now = history.back();
  const nets::NetworkShape shape = p.shape();
  const Eigen::VectorXd& center = now.state.parameters;
  const Eigen::VectorXd first = nets::filterNormalized(shape, center, p.rawDirection(0));
  const Eigen::VectorXd second = nets::filterNormalized(shape, center, p.rawDirection(1));
  Landscape landscape;
  landscape.slice = {center, first, second};
  if (p.plane == PlaneKind::Path) {
    std::vector<Eigen::VectorXd> path;
    for (const Step& step : history)
      path.push_back(step.state.parameters);
    landscape.slice = nets::sliceThrough(path, first, second);
  }
  for (const Step& step : history)
    landscape.path.push_back(nets::projected(landscape.slice, step.state.parameters));
  landscape.shareOfWay = nets::shareInPlane(landscape.slice, history.front().state.parameters);
  landscape.losses = sampledLosses(p, *now.points, landscape.slice, progress);
  landscape.range = geometry::rangeOf(landscape.losses).value_or(geometry::FieldRange{0, 1});
  landscape.sharpness = nets::sharpnessAt(shape, center, *now.points);
  return landscape;
}

Question questionOf(const Params& p, std::size_t steps) {
  return {p.data, p.layers, p.neurons, p.activation, p.normalization,        p.rate,
          p.seed, p.plane,  p.slice,   p.span,       static_cast<int>(steps)};
}

double shownHeight(double loss, bool isLogarithmic) {
  return isLogarithmic ? std::log10(std::max(loss, 1e-12)) : loss;
}

} // namespace

nets::NetworkShape Params::shape() const {
  return {2, std::vector<int>(static_cast<std::size_t>(layers), neurons), activation, normalization};
}

nets::LabelledPoints Params::points() const {
  return nets::toyData(data, samples, noise, streamOf(seed, 0));
}

Eigen::VectorXd Params::start() const {
  return nets::initialParameters(shape(), streamOf(seed, 1));
}

Eigen::VectorXd Params::rawDirection(int which) const {
  return nets::randomDirection(nets::parameterCount(shape()), streamOf(seed, 2 * slice + 2 + which));
}

Step start(const Params& params) {
  auto points = std::make_shared<const nets::LabelledPoints>(params.points());
  nets::TrainingState state =
      nets::trainingStart(params.shape(), *points, params.start(), streamOf(params.seed, 2));
  return {std::move(points), std::move(state)};
}

Step next(const Params& params, const Step& step) {
  return {step.points, nets::trainingStep(params.shape(), *step.points, step.state, params.rate)};
}

bool isFinished(const Params&, const Step& step) {
  return step.state.diverged;
}

double Result::heightOf(double loss, const Params& params) const {
  return std::clamp(shownHeight(loss, params.isLogarithmic), shown.minimum, shown.maximum);
}

Result evaluate(const Params& p, std::span<const Step> history, Memory& memory, panel::Progress& progress) {
  Result r;
  r.history = history;
  const Question question = questionOf(p, history.size());
  auto landscape = memory.to(question, [&] { return landscapeOf(p, history, progress); });
  if (progress.isCancelled()) {
    memory.forget();
    return r;
  }
  r.landscape = std::move(landscape);
  r.heights = r.landscape->losses;
  for (double& height : r.heights.values)
    height = shownHeight(height, p.isLogarithmic);
  r.shown = {shownHeight(r.landscape->range.minimum, p.isLogarithmic),
             shownHeight(r.landscape->range.maximum, p.isLogarithmic)};
  r.contours = geometry::contours(r.heights, contourCount);
  const nets::NetworkShape shape = p.shape();
  const nets::LabelledPoints& points = *r.now().points;
  r.probe = p.span * p.probe;
  r.probed = r.landscape->slice.at(r.probe.x(), r.probe.y());
  r.probeLoss = nets::networkLoss(shape, r.probed, points);
  r.probeAccuracy = nets::networkAccuracy(shape, r.probed, points);
  r.accuracy = nets::networkAccuracy(shape, r.now().state.parameters, points);
  return r;
}

} // namespace eigenboard::panels::models::neural_landscape_panel
