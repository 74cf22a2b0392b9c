#pragma once

#include "core/recommender/factor_model.h"
#include "core/recommender/neural_filtering.h"

#include <functional>
#include <limits>
#include <string>
#include <variant>
#include <vector>

namespace eigenboard::recommender {

enum class Method : std::uint8_t {
  Biases,   ///< biases.h: the baseline
  Sgd,      ///< stochastic_gradient.h
  Als,      ///< alternating_least_squares.h
  Implicit, ///< implicit_feedback.h: ranks, and predicts no stars
  Neural,   ///< neural_filtering.h
};

/// What the methods have in common; each takes what it knows of.
struct TrainingRequest {
  Method method = Method::Sgd;
  int factors = 50;             ///< of Neural: the size of the vectors
  int epochs = 40;              ///< at most
  double rate = 0.015;          ///< η of Sgd and Neural
  double decay = 0.98;          ///< of the rate, each epoch
  double regularization = 0.05; ///< λ; of Biases: λ₁ and λ₂
  std::uint64_t seed = 1;
  int threads = 1;         ///< Sgd: part of what decides the result; Neural: not used
  int patience = 0;        ///< stop after so many epochs without a better validation error; 0: never
  double validation = 0.1; ///< share of the ratings that is held back for it when patience is not 0
};

/// Settings that do well on the 100 000 ratings of MovieLens.
TrainingRequest defaultRequest(Method method);

struct EpochFigures {
  int epoch = 0;                                                     ///< from 1
  double trainError = std::numeric_limits<double>::quiet_NaN();      ///< RMSE as met, of Sgd and Neural
  double validationError = std::numeric_limits<double>::quiet_NaN(); ///< RMSE, with patience
};

struct Trained {
  std::variant<FactorModel, NeuralModel> model; ///< of the best epoch with patience, else of the last
  int bestEpoch = 0;
  std::vector<EpochFigures> epochs;
  double seconds = 0;         ///< of the epochs alone
  std::size_t updates = 0;    ///< ratings gone through
  std::size_t parameters = 0; ///< numbers in the model
  std::string problem;        ///< empty, or why there is no model to use
};

/// Learns from the ratings; the host is told after each epoch and stops the training by answering false. The
/// same request gives the same model. Cost: that of the method, and of the validation's predictions with
/// patience.
Trained train(const Ratings& ratings, const TrainingRequest& request,
              const std::function<bool(const EpochFigures&)>& onEpoch = {});

/// Early stopping: remembers the least error and how long ago it was.
struct StoppingRule {
  int patience = 0;
  double best = std::numeric_limits<double>::infinity();
  int waited = 0;

  /// True when it is the least so far.
  bool improves(double error);
  bool isExhausted() const { return patience > 0 && waited >= patience; }
};

Eigen::VectorXf predictions(const Trained& trained, const Ratings& ratings);
Eigen::VectorXf scoresFor(const Trained& trained, int user);

/// True when the model predicts stars.
constexpr bool predictsRatings(Method method) {
  return method != Method::Implicit;
}

} // namespace eigenboard::recommender
