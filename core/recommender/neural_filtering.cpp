#include "core/recommender/neural_filtering.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::recommender {

namespace {

/// What one batch leaves at each layer: its input, and what comes out before max(0, ·).
struct LayerTrace {
  Eigen::MatrixXd input;
  Eigen::MatrixXd output;
};

/// The vectors of users and items, one under the other, a pair in each column.
Eigen::MatrixXd pairedVectors(const NeuralParameters& parameters, std::span<const Sample> batch) {
  const Eigen::Index size = parameters.users.rows();
  Eigen::MatrixXd pairs(2 * size, static_cast<Eigen::Index>(batch.size()));
  for (std::size_t k = 0; k < batch.size(); ++k) {
    const auto column = static_cast<Eigen::Index>(k);
    pairs.col(column).head(size) = parameters.users.col(batch[k].user);
    pairs.col(column).tail(size) = parameters.items.col(batch[k].item);
  }
  return pairs;
}

std::vector<LayerTrace> forward(const std::vector<DenseLayer>& layers, Eigen::MatrixXd input) {
  std::vector<LayerTrace> traces;
  for (const DenseLayer& layer : layers) {
    Eigen::MatrixXd output = (layer.weights * input).colwise() + layer.bias;
    traces.push_back({std::move(input), std::move(output)});
    input = traces.back().output.cwiseMax(0.0);
  }
  return traces;
}

/// Adds the columns of each user (or item) of the batch.
void gatherColumns(std::span<const Sample> batch, std::int32_t Sample::*who, const Eigen::MatrixXd& each,
                   std::vector<int>& places, Eigen::MatrixXd& sums) {
  places.clear();
  for (const Sample& sample : batch)
    places.push_back(sample.*who);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  sums = Eigen::MatrixXd::Zero(each.rows(), static_cast<Eigen::Index>(places.size()));
  for (std::size_t k = 0; k < batch.size(); ++k) {
    const auto at = std::lower_bound(places.begin(), places.end(), batch[k].*who) - places.begin();
    sums.col(at) += each.col(static_cast<Eigen::Index>(k));
  }
}

} // namespace

std::size_t NeuralParameters::count() const {
  Eigen::Index sum = users.size() + items.size();
  for (const DenseLayer& layer : layers)
    sum += layer.weights.size() + layer.bias.size();
  return static_cast<std::size_t>(sum);
}

bool NeuralParameters::allFinite() const {
  return users.allFinite() && items.allFinite() &&
         std::all_of(layers.begin(), layers.end(), [](const DenseLayer& layer) {
           return layer.weights.allFinite() && layer.bias.allFinite();
         });
}

NeuralGradient neuralGradient(const NeuralModel& model, std::span<const Sample> batch,
                              const NeuralSettings& settings) {
  NeuralGradient gradient;
  const NeuralParameters& parameters = model.parameters;
  gradient.layers.resize(parameters.layers.size());
  const auto count = static_cast<Eigen::Index>(batch.size());
  const std::vector<LayerTrace> traces = forward(parameters.layers, pairedVectors(parameters, batch));
  Eigen::RowVectorXd errors = traces.back().output.row(0);
  for (Eigen::Index k = 0; k < count; ++k)
    errors(k) += model.mean - static_cast<double>(batch[static_cast<std::size_t>(k)].value);
  const double share = count > 0 ? 1.0 / static_cast<double>(count) : 0;
  const Eigen::MatrixXd& vectors = traces.front().input;
  gradient.squares = errors.squaredNorm();
  gradient.loss = share * (gradient.squares + settings.regularization * vectors.squaredNorm());

  for (const DenseLayer& layer : parameters.layers)
    gradient.loss += settings.layerRegularization * layer.weights.squaredNorm();

  Eigen::MatrixXd back = 2 * share * errors;
  for (std::size_t l = traces.size(); l-- > 0;) {
    gradient.layers[l].weights.noalias() = back * traces[l].input.transpose();
    gradient.layers[l].weights += 2 * settings.layerRegularization * parameters.layers[l].weights;
    gradient.layers[l].bias = back.rowwise().sum();
    Eigen::MatrixXd below = parameters.layers[l].weights.transpose() * back;
    if (l > 0)
      below = (traces[l - 1].output.array() > 0).select(below, 0.0);
    back = std::move(below);
  }
  back += 2 * share * settings.regularization * vectors;
  const Eigen::Index size = parameters.users.rows();
  gatherColumns(batch, &Sample::user, back.topRows(size), gradient.users, gradient.userColumns);
  gatherColumns(batch, &Sample::item, back.bottomRows(size), gradient.items, gradient.itemColumns);
  return gradient;
}

Eigen::VectorXf predictions(const NeuralModel& model, const Ratings& ratings) {
  Eigen::VectorXf predicted(static_cast<Eigen::Index>(ratings.size()));
  constexpr std::size_t atOnce = 1024;
  std::vector<Sample> batch;
  std::vector<std::size_t> rows;
  const auto flush = [&] {
    const auto traces = forward(model.parameters.layers, pairedVectors(model.parameters, batch));
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const double value = model.mean + traces.back().output(0, static_cast<Eigen::Index>(k));
      predicted(static_cast<Eigen::Index>(rows[k])) =
          static_cast<float>(std::clamp(value, model.lowest, model.highest));
    }
    batch.clear();
    rows.clear();
  };
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    if (ratings.user[k] >= model.parameters.users.cols() ||
        ratings.item[k] >= model.parameters.items.cols()) {
      predicted(static_cast<Eigen::Index>(k)) = static_cast<float>(model.mean);
      continue;
    }
    batch.push_back({ratings.user[k], ratings.item[k], 0});
    rows.push_back(k);
    if (rows.size() == atOnce)
      flush();
  }
  if (!rows.empty())
    flush();
  return predicted;
}

Eigen::MatrixXd scoreTable(const NeuralModel& model) {
  const Eigen::Index users = model.parameters.users.cols();
  const Eigen::Index items = model.parameters.items.cols();
  Eigen::MatrixXd table(users, items);
  std::vector<Sample> pairs(static_cast<std::size_t>(items));
  for (Eigen::Index user = 0; user < users; ++user) {
    for (std::size_t item = 0; item < pairs.size(); ++item)
      pairs[item] = {static_cast<std::int32_t>(user), static_cast<std::int32_t>(item), 0};
    const auto traces = forward(model.parameters.layers, pairedVectors(model.parameters, pairs));
    table.row(user) = traces.back().output.row(0).array() + model.mean;
  }
  return table;
}

Eigen::VectorXf scoresFor(const NeuralModel& model, int user) {
  const auto items = static_cast<int>(model.parameters.items.cols());
  if (user < 0 || user >= model.parameters.users.cols())
    return Eigen::VectorXf::Constant(items, static_cast<float>(model.mean));
  std::vector<Sample> pairs;
  for (int item = 0; item < items; ++item)
    pairs.push_back({user, item, 0});
  const auto traces = forward(model.parameters.layers, pairedVectors(model.parameters, pairs));
  return (traces.back().output.row(0).array() + model.mean).cast<float>();
}

} // namespace eigenboard::recommender
