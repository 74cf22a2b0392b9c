#include "core/recommender/training.h"

#include "core/recommender/alternating_least_squares.h"
#include "core/recommender/biases.h"
#include "core/recommender/implicit_feedback.h"
#include "core/recommender/split.h"
#include "core/recommender/stochastic_gradient.h"

#include <chrono>
#include <cmath>

namespace eigenboard::recommender {

namespace {

using OnEpoch = std::function<bool(const EpochFigures&)>;

double secondsNow() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What a method does in an epoch, for runEpochs.
template <typename State>
struct EpochWork {
  std::function<State(State)> next;
  std::function<double(const State&)> trainError;
  std::function<bool(const State&)> failed;
  std::string failure;
};

/// Epochs until there are enough, the host has enough, or the validation error stops falling.
template <typename State>
void runEpochs(State state, const EpochWork<State>& work, const TrainingRequest& request, const Split& data,
               const OnEpoch& onEpoch, Trained& trained) {
  // Without ratings to validate on nothing can be told, and the last state is as good as any.
  const bool stopsEarly = request.patience > 0 && data.test.size() > 0;
  StoppingRule rule{stopsEarly ? request.patience : 0};
  trained.model = state.model;
  for (int epoch = 1; epoch <= request.epochs && !rule.isExhausted(); ++epoch) {
    const double begin = secondsNow();
    state = work.next(std::move(state));
    trained.seconds += secondsNow() - begin;
    trained.updates += data.train.size();
    if (work.failed(state)) {
      trained.problem = "epoch " + std::to_string(epoch) + ": " + work.failure;
      return;
    }
    EpochFigures figures{epoch, work.trainError(state)};
    if (stopsEarly) {
      figures.validationError = accuracyOf(predictions(state.model, data.test), data.test).rootMeanSquare;
      if (rule.improves(figures.validationError)) {
        trained.model = state.model;
        trained.bestEpoch = epoch;
      }
    }
    trained.epochs.push_back(figures);
    if (onEpoch && !onEpoch(figures))
      break;
  }
  if (!stopsEarly) {
    trained.model = std::move(state.model);
    trained.bestEpoch = static_cast<int>(trained.epochs.size());
  }
}

double noError(const AlsState& /*state*/) {
  return std::numeric_limits<double>::quiet_NaN();
}

void trainBiases(const TrainingRequest& request, const Split& data, const OnEpoch& onEpoch,
                 Trained& trained) {
  const double begin = secondsNow();
  const BiasFit fit = fitBiases(data.train, {request.regularization, request.regularization, request.epochs});
  trained.seconds = secondsNow() - begin;
  trained.model = fit.model;
  trained.bestEpoch = fit.sweeps;
  trained.updates = data.train.size() * static_cast<std::size_t>(fit.sweeps);
  trained.epochs.push_back({fit.sweeps});
  if (onEpoch)
    onEpoch(trained.epochs.back());
}

void trainSgd(const TrainingRequest& request, const Split& data, const OnEpoch& onEpoch, Trained& trained) {
  SgdSettings settings;
  settings.factors = request.factors;
  settings.rate = static_cast<float>(request.rate);
  settings.decay = static_cast<float>(request.decay);
  settings.regularization = static_cast<float>(request.regularization);
  settings.seed = request.seed;
  const TrainingOrder order = trainingOrder(data.train, request.threads, request.seed);
  const EpochWork<SgdState> work{[&](SgdState state) { return nextEpoch(order, settings, std::move(state)); },
                                 [](const SgdState& state) { return std::sqrt(state.meanSquare); },
                                 [](const SgdState& state) { return state.diverged; },
                                 "the errors grow without bound; a smaller rate would hold them"};
  runEpochs(sgdStart(data.train, settings), work, request, data, onEpoch, trained);
}

/// What alternating least squares of either kind take of a request.
template <typename Settings>
Settings alternatingSettings(const TrainingRequest& request) {
  Settings settings;
  settings.factors = request.factors;
  settings.regularization = request.regularization;
  settings.seed = request.seed;
  settings.threads = request.threads;
  return settings;
}

/// sweep: gives the state after one more.
template <typename Sweep>
void runSweeps(AlsState start, const Sweep& sweep, const TrainingRequest& request, const Split& data,
               const OnEpoch& onEpoch, Trained& trained) {
  const EpochWork<AlsState> work{
      sweep, noError, [](const AlsState& state) { return state.failed; },
      "a system of equations has no finite solution; a larger regularization would give it one"};
  runEpochs(std::move(start), work, request, data, onEpoch, trained);
}

void trainAls(const TrainingRequest& request, const Split& data, const OnEpoch& onEpoch, Trained& trained) {
  const auto settings = alternatingSettings<AlsSettings>(request);
  const RatingSides sides = sidesOf(data.train);
  const auto sweep = [&](AlsState state) { return nextSweep(data.train, sides, settings, std::move(state)); };
  runSweeps(alsStart(data.train, settings), sweep, request, data, onEpoch, trained);
}

void trainImplicit(const TrainingRequest& request, const Split& data, const OnEpoch& onEpoch,
                   Trained& trained) {
  const auto settings = alternatingSettings<ImplicitSettings>(request);
  const RatingSides sides = sidesOf(data.train);
  const auto sweep = [&](AlsState state) {
    return nextImplicitSweep(data.train, sides, settings, std::move(state));
  };
  runSweeps(implicitStart(data.train, settings), sweep, request, data, onEpoch, trained);
}

void trainNeural(const TrainingRequest& request, const Split& data, const OnEpoch& onEpoch,
                 Trained& trained) {
  NeuralSettings settings;
  settings.embedding = request.factors;
  settings.rate = request.rate;
  settings.decay = request.decay;
  settings.regularization = request.regularization;
  settings.seed = request.seed;
  const TrainingOrder order = trainingOrder(data.train, 1, request.seed);
  const EpochWork<NeuralState> work{
      [&](NeuralState state) { return nextEpoch(order, settings, std::move(state)); },
      [](const NeuralState& state) { return std::sqrt(state.meanSquare); },
      [](const NeuralState& state) { return state.diverged; },
      "the errors grow without bound; a smaller rate would hold them"};
  runEpochs(neuralStart(data.train, settings), work, request, data, onEpoch, trained);
}

std::size_t parametersOf(const FactorModel& model) {
  const auto places = static_cast<std::size_t>(model.userBias.size() + model.itemBias.size());
  return 1 + places * (static_cast<std::size_t>(model.factors) + 1);
}

std::size_t parametersOf(const NeuralModel& model) {
  return 1 + model.parameters.count();
}

} // namespace

TrainingRequest defaultRequest(Method method) {
  TrainingRequest request;
  request.method = method;
  switch (method) {
  case Method::Biases:
    request.factors = 0;
    request.regularization = 3;
    request.epochs = 200;
    break;
  case Method::Sgd:
    break;
  case Method::Als:
    request.factors = 50;
    request.regularization = 0.1;
    request.epochs = 10;
    break;
  case Method::Implicit:
    request.factors = 20;
    request.regularization = 50;
    request.epochs = 15;
    break;
  case Method::Neural:
    request.factors = 16;
    request.rate = 0.002;
    request.decay = 1;
    request.regularization = 0.02;
    request.epochs = 20;
    request.patience = 2;
    break;
  }
  return request;
}

bool StoppingRule::improves(double error) {
  if (error < best) {
    best = error;
    waited = 0;
    return true;
  }
  ++waited;
  return false;
}

Trained train(const Ratings& ratings, const TrainingRequest& given, const OnEpoch& onEpoch) {
  Trained trained;
  if (ratings.size() == 0) {
    trained.problem = "there are no ratings to learn from";
    return trained;
  }
  TrainingRequest request = given;
  if (!predictsRatings(request.method) || request.method == Method::Biases)
    request.patience = 0; // nothing is predicted that could be judged, or nothing goes on for long
  const bool holdsBack = request.patience > 0;
  const Split data = holdsBack ? split(ratings, request.validation, ~request.seed) : Split{ratings, {}};
  switch (request.method) {
  case Method::Biases:
    trainBiases(request, data, onEpoch, trained);
    break;
  case Method::Sgd:
    trainSgd(request, data, onEpoch, trained);
    break;
  case Method::Als:
    trainAls(request, data, onEpoch, trained);
    break;
  case Method::Implicit:
    trainImplicit(request, data, onEpoch, trained);
    break;
  case Method::Neural:
    trainNeural(request, data, onEpoch, trained);
    break;
  }
  trained.parameters = std::visit([](const auto& model) { return parametersOf(model); }, trained.model);
  return trained;
}

Eigen::VectorXf predictions(const Trained& trained, const Ratings& ratings) {
  return std::visit([&](const auto& model) { return predictions(model, ratings); }, trained.model);
}

Eigen::VectorXf scoresFor(const Trained& trained, int user) {
  return std::visit([&](const auto& model) { return scoresFor(model, user); }, trained.model);
}

} // namespace eigenboard::recommender
