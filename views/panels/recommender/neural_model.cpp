#include "views/panels/recommender/neural_model.h"

#include <cmath>
#include <limits>
#include <optional>

namespace eigenboard::panels::recommender::neural_panel {

namespace {

/// As the sister panel `training` does: to a millionth, so that what differs by less trains alike to the bit.
double toMillionth(double value) {
  return std::round(value * 1e6) / 1e6;
}

math::SgdSettings factorSettings(const Params& params) {
  math::SgdSettings settings;
  settings.factors = params.size;
  settings.rate = static_cast<float>(toMillionth(params.factorRate));
  settings.decay = 1;
  settings.regularization = settings.biasRegularization = static_cast<float>(toMillionth(params.penalty));
  settings.initialScale = 0.1F;
  settings.seed = static_cast<std::uint64_t>(params.seed);
  return settings;
}

math::NeuralSettings networkSettings(const Params& params) {
  math::NeuralSettings settings;
  settings.embedding = params.size;
  settings.hidden = params.hidden();
  settings.batch = batchSize;
  settings.rate = toMillionth(params.neuralRate);
  settings.regularization = toMillionth(params.penalty);
  settings.seed = static_cast<std::uint64_t>(params.seed);
  return settings;
}

bool trainAlike(const Params& one, const Params& other) {
  return one.size == other.size && one.layers == other.layers && one.seed == other.seed &&
         toMillionth(one.factorRate) == toMillionth(other.factorRate) &&
         toMillionth(one.neuralRate) == toMillionth(other.neuralRate) &&
         toMillionth(one.penalty) == toMillionth(other.penalty);
}

std::shared_ptr<const Task> taskOf(const Params& params) {
  const RatingsSource& book = *bookSource();
  const auto seed = static_cast<std::uint64_t>(params.seed);
  auto task = std::make_shared<Task>();
  task->parts = math::split(book.ratings, heldBack / 100.0, seed);
  task->order = math::trainingOrder(task->parts.train, 1, seed);
  task->given.setConstant(static_cast<Eigen::Index>(book.people.size()),
                          static_cast<Eigen::Index>(book.films.size()),
                          std::numeric_limits<double>::quiet_NaN());
  for (const math::Ratings* part : {&task->parts.train, &task->parts.test})
    for (std::size_t k = 0; k < part->size(); ++k) {
      task->given(part->user[k], part->item[k]) = static_cast<double>(part->value[k]);
      if (part == &task->parts.test)
        task->tested.emplace_back(part->user[k], part->item[k]);
    }
  return task;
}

void judge(Step& step) {
  const math::DenseFactors factors = math::dense(*step.factors);
  step.factorTrain = math::accuracyOf(factors, step.task->parts.train);
  step.factorTest = math::accuracyOf(factors, step.task->parts.test);
  const math::NeuralModel& network = step.network->model;
  const Eigen::MatrixXd scores = math::scoreTable(network);
  step.networkTrain = math::accuracyOf(scores, network.lowest, network.highest, step.task->parts.train);
  step.networkTest = math::accuracyOf(scores, network.lowest, network.highest, step.task->parts.test);
}

Step firstStep(const Params& params) {
  Step step;
  step.task = taskOf(params);
  step.factors = std::make_shared<const math::FactorModel>(
      math::sgdStart(step.task->parts.train, factorSettings(params)).model);
  step.network = std::make_shared<const math::NeuralState>(
      math::neuralStart(step.task->parts.train, networkSettings(params)));
  judge(step);
  return step;
}

Step nextStep(const Params& params, const Step& before) {
  Step step = before;
  ++step.epoch;
  if (!before.factorsBroke) {
    math::SgdState state = math::nextEpoch(before.task->order, factorSettings(params),
                                           math::SgdState{before.epoch, *before.factors, 0, false});
    step.factorsBroke = state.diverged;
    if (!state.diverged)
      step.factors = std::make_shared<const math::FactorModel>(std::move(state.model));
  }
  if (!before.networkBroke) {
    math::NeuralState state = math::nextEpoch(before.task->order, networkSettings(params), *before.network);
    step.networkBroke = state.diverged;
    if (!state.diverged)
      step.network = std::make_shared<const math::NeuralState>(std::move(state));
  }
  judge(step);
  return step;
}

auto isMeantBy(const Params& params) {
  return [&params](const Params& own, const Step&) { return trainAlike(own, params); };
}

Step withoutModels(Step step) {
  step.factors.reset();
  step.network.reset();
  return step;
}

std::vector<Step> lookedAhead(const Params& params, const Step& now, Race& race) {
  std::vector<Step> ahead;
  Step step = now;
  while (step.epoch < epochsAhead && !isFinished(params, step)) {
    step = race.next(params, step);
    ahead.push_back(withoutModels(step));
  }
  return ahead;
}

} // namespace

std::vector<int> Params::hidden() const {
  switch (layers) {
  case Layers::None:
    return {};
  case Layers::One:
    return {8};
  case Layers::Two:
    return {12, 6};
  }
  return {};
}

Step Race::start(const Params& params) {
  if (const std::optional<Step> kept = trainings_.first(isMeantBy(params)))
    return *kept;
  Step step = firstStep(params);
  trainings_.begin(params, step, [](const Step&) { return false; });
  return step;
}

Step Race::next(const Params& params, const Step& before) {
  return trainings_.next(before, isMeantBy(params), [&] { return nextStep(params, before); });
}

bool isFinished(const Params&, const Step& step) {
  return step.factorsBroke && step.networkBroke;
}

Result evaluate(const Params& params, std::span<const Step> history, Race& race) {
  Result r;
  for (const Step& step : history)
    r.history.push_back(withoutModels(step));
  const Step& now = history.back();
  r.ahead = lookedAhead(params, now, race);
  r.source = bookSource();
  const math::DenseFactors factors = math::dense(*now.factors);
  r.factorScores = math::scoreTable(factors);
  r.networkScores = math::scoreTable(now.network->model);
  r.apart = std::sqrt((r.factorScores - r.networkScores).array().square().mean());
  r.factorParameters = factors.parameters();
  r.networkParameters = now.network->model.parameters.count();
  r.chosen = {params.person - 1, params.film - 1};
  r.networkAnswer = static_cast<double>(math::scoresFor(now.network->model, r.chosen.person)(r.chosen.film));
  return r;
}

} // namespace eigenboard::panels::recommender::neural_panel
