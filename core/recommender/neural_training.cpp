#include "core/numerics/normal.h"
#include "core/recommender/neural_filtering.h"
#include "core/recommender/shuffle.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::recommender {

namespace {

constexpr double adamBeta1 = 0.9;
constexpr double adamBeta2 = 0.999;
constexpr double adamEps = 1e-8;

void fillNormal(Eigen::Ref<Eigen::MatrixXd> values, double scale, numerics::Random random) {
  for (Eigen::Index column = 0; column < values.cols(); ++column)
    for (Eigen::Index row = 0; row < values.rows(); ++row)
      values(row, column) = scale * numerics::standardNormal(random);
}

Eigen::MatrixXd startingVectors(const std::vector<std::int32_t>& rated, int places, int size, double scale,
                                std::uint64_t seed) {
  Eigen::MatrixXd vectors = Eigen::MatrixXd::Zero(size, places);
  std::vector<char> met(static_cast<std::size_t>(places), 0);
  for (const std::int32_t place : rated)
    met[static_cast<std::size_t>(place)] = 1;
  for (int place = 0; place < places; ++place)
    if (met[static_cast<std::size_t>(place)] != 0)
      fillNormal(vectors.col(place), scale, randomFor(seed, static_cast<std::uint64_t>(place)));
  return vectors;
}

NeuralParameters zerosLike(const NeuralParameters& parameters) {
  NeuralParameters zeros = parameters;
  zeros.users.setZero();
  zeros.items.setZero();
  for (DenseLayer& layer : zeros.layers) {
    layer.weights.setZero();
    layer.bias.setZero();
  }
  return zeros;
}

/// Adam's factors for a step.
struct AdamStep {
  double rate; ///< over 1 − β₁ᵗ
  double root; ///< √(1 − β₂ᵗ)
  double eps;
};

/// For arrays of any one shape: matrices, vectors, columns.
template <typename Value, typename Moment, typename Gradient>
void adamUpdate(const AdamStep& step, const Gradient& gradient, Value&& value, Moment&& mean,
                Moment&& square) {
  mean = adamBeta1 * mean + (1 - adamBeta1) * gradient;
  square = adamBeta2 * square + (1 - adamBeta2) * gradient.cwiseAbs2();
  value.array() -= step.rate * mean.array() / (square.array().sqrt() / step.root + step.eps);
}

void adamColumns(const AdamStep& step, const std::vector<int>& places, const Eigen::MatrixXd& gradient,
                 Eigen::MatrixXd& value, Eigen::MatrixXd& mean, Eigen::MatrixXd& square) {
  const AdamStep sparse{step.rate, step.root, step.eps / step.root}; // so SparseAdam places its ε
  for (std::size_t k = 0; k < places.size(); ++k)
    adamUpdate(sparse, gradient.col(static_cast<Eigen::Index>(k)), value.col(places[k]), mean.col(places[k]),
               square.col(places[k]));
}

} // namespace

NeuralState neuralStart(const Ratings& ratings, const NeuralSettings& settings) {
  const auto sizeOf = [](int size) { return std::clamp(size, 1, 1024); };
  NeuralState state;
  NeuralModel& model = state.model;
  if (ratings.size() > 0) {
    const RatingStatistics statistics = statisticsOf(ratings);
    model.mean = statistics.mean;
    model.lowest = static_cast<double>(statistics.lowest);
    model.highest = static_cast<double>(statistics.highest);
  }
  const int size = sizeOf(settings.embedding);
  NeuralParameters& parameters = model.parameters;
  parameters.users =
      startingVectors(ratings.user, ratings.users.size(), size, settings.initialScale, settings.seed);
  parameters.items =
      startingVectors(ratings.item, ratings.items.size(), size, settings.initialScale, ~settings.seed);
  std::vector<int> outputs;
  for (const int hidden : settings.hidden)
    outputs.push_back(sizeOf(hidden));
  outputs.push_back(1);
  int inputs = 2 * size;
  for (std::size_t l = 0; l < outputs.size(); ++l) {
    DenseLayer layer{Eigen::MatrixXd(outputs[l], inputs), Eigen::VectorXd::Zero(outputs[l])};
    fillNormal(layer.weights, std::sqrt(2.0 / inputs), randomFor(settings.seed, 0x6c61796572000000ULL + l));
    parameters.layers.push_back(std::move(layer));
    inputs = outputs[l];
  }
  state.means = zerosLike(parameters);
  state.squares = state.means;
  state.diverged = !parameters.allFinite();
  return state;
}

void neuralStep(std::span<const Sample> batch, const NeuralSettings& settings, double rate,
                NeuralState& state) {
  const NeuralGradient gradient = neuralGradient(state.model, batch, settings);
  state.meanSquare += gradient.squares;
  const auto count = static_cast<double>(++state.step);
  const AdamStep step{rate / (1 - std::pow(adamBeta1, count)), std::sqrt(1 - std::pow(adamBeta2, count)),
                      adamEps};
  NeuralParameters& parameters = state.model.parameters;
  adamColumns(step, gradient.users, gradient.userColumns, parameters.users, state.means.users,
              state.squares.users);
  adamColumns(step, gradient.items, gradient.itemColumns, parameters.items, state.means.items,
              state.squares.items);
  for (std::size_t l = 0; l < parameters.layers.size(); ++l) {
    adamUpdate(step, gradient.layers[l].weights, parameters.layers[l].weights, state.means.layers[l].weights,
               state.squares.layers[l].weights);
    adamUpdate(step, gradient.layers[l].bias, parameters.layers[l].bias, state.means.layers[l].bias,
               state.squares.layers[l].bias);
  }
}

NeuralState nextEpoch(const TrainingOrder& order, const NeuralSettings& settings, NeuralState state) {
  if (state.diverged || order.samples.empty())
    return state;
  const auto batch = static_cast<std::size_t>(std::clamp(settings.batch, 1, static_cast<int>(runLength)));
  double rate = settings.rate;
  for (int k = 0; k < state.epoch; ++k)
    rate *= settings.decay;
  state.meanSquare = 0; // summed by the steps
  Run place;
  for (std::size_t block = 0; block + 1 < order.blockStart.size(); ++block)
    for (const std::size_t begin : runsInEpoch(order, block, settings.seed, state.epoch)) {
      const auto run = shuffledRun(order, block, begin, settings.seed, state.epoch, place);
      for (std::size_t k = 0; k < run.size(); k += batch)
        neuralStep(run.subspan(k, std::min(batch, run.size() - k)), settings, rate, state);
    }
  state.meanSquare /= static_cast<double>(order.samples.size());
  ++state.epoch;
  state.diverged = !std::isfinite(state.meanSquare) || !state.model.parameters.allFinite();
  return state;
}

} // namespace eigenboard::recommender
