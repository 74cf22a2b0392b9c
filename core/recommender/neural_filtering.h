#pragma once

#include "core/recommender/ratings.h"
#include "core/recommender/training_order.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace eigenboard::recommender {

/// x ↦ W x + b, W of size outputs × inputs.
struct DenseLayer {
  Eigen::MatrixXd weights;
  Eigen::VectorXd bias;
};

/// All that is learnt: a vector for each user and item, and the layers.
struct NeuralParameters {
  Eigen::MatrixXd users; ///< embedding size × users
  Eigen::MatrixXd items; ///< embedding size × items
  std::vector<DenseLayer> layers;

  std::size_t count() const; ///< of numbers
  bool allFinite() const;
};

struct NeuralSettings {
  int embedding = 16;                 ///< numbers for a user, and for an item
  std::vector<int> hidden = {32, 16}; ///< outputs of the layers before the last, which has one
  int batch = 256;                    ///< ratings a step
  double rate = 0.002;                ///< Adam's step size
  double decay = 1;                   ///< the rate of each epoch is that of the one before times this
  double regularization = 0.02;       ///< λ of the embeddings
  double layerRegularization = 0.001; ///< λ_W of the weights of the layers
  double initialScale = 0.1;          ///< standard deviation of the embeddings at the start
  std::uint64_t seed = 1;             ///< of the parameters and of the order of the ratings
};

/// r̂(u, i) = μ + f(x_u, y_i): the two vectors, one under the other, go through the layers, each but the last
/// followed by max(0, ·). In double precision. Source: He and others, "Neural collaborative filtering", 2017.
struct NeuralModel {
  double mean = 0;
  double lowest = 0; ///< predictions are clamped to lowest … highest, the range of the ratings learnt from
  double highest = 0;
  NeuralParameters parameters;
};

/// How much the loss changes with each parameter that a batch touches. Column k of userColumns belongs to
/// users[k], each of which occurs once, in ascending order; items likewise.
struct NeuralGradient {
  double loss = 0;
  double squares = 0; ///< Σ (r̂ − r)² over the batch
  std::vector<int> users;
  std::vector<int> items;
  Eigen::MatrixXd userColumns;
  Eigen::MatrixXd itemColumns;
  std::vector<DenseLayer> layers;
};

/// By backpropagation, of the loss 1/B Σ ((r̂ − r)² + λ (‖x_u‖² + ‖y_i‖²)) + λ_W Σ ‖W‖² over a batch of B
/// ratings; the last term alone for no ratings. Cost: three times that of the predictions.
NeuralGradient neuralGradient(const NeuralModel& model, std::span<const Sample> batch,
                              const NeuralSettings& settings);

struct NeuralState {
  int epoch = 0;
  NeuralModel model;
  NeuralParameters means;   ///< Adam's mean of the gradients
  NeuralParameters squares; ///< Adam's mean of their squares
  std::int64_t step = 0;    ///< batches learnt from
  double meanSquare = 0;    ///< of the errors of the last epoch, each as it was met
  bool diverged = false;    ///< an error or a parameter is not finite; such a state stays as it is
};

/// Vectors normal with standard deviation initialScale, weights with √(2 / inputs) (He and others 2015),
/// biases zero; a user or an item without a rating has a zero vector. Sizes are clamped to 1 … 1024. Decided
/// by the seed.
NeuralState neuralStart(const Ratings& ratings, const NeuralSettings& settings);

/// One step on one batch, by the rule of torch.optim.Adam for the layers and of torch.optim.SparseAdam for
/// the vectors: those of users and items that the batch does not have stay, and so do their means. β₁ = 0.9,
/// β₂ = 0.999, ε = 1e-8. Adds the squared errors to meanSquare, which an epoch divides by their number.
void neuralStep(std::span<const Sample> batch, const NeuralSettings& settings, double rate,
                NeuralState& state);

/// Once through all ratings, in the order of training_order.h, in batches that begin anew with each of its
/// runs of 1024. Cost: 3 µs a rating with the usual sizes.
NeuralState nextEpoch(const TrainingOrder& order, const NeuralSettings& settings, NeuralState state);

/// All scores, users × items, in double precision and not clamped. For tables small enough to be looked at.
Eigen::MatrixXd scoreTable(const NeuralModel& model);

/// The prediction for each row. Places outside of the model are predicted by the mean.
Eigen::VectorXf predictions(const NeuralModel& model, const Ratings& ratings);

/// Of all items for one user, not clamped.
Eigen::VectorXf scoresFor(const NeuralModel& model, int user);

} // namespace eigenboard::recommender
