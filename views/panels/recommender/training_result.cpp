#include "views/panels/recommender/training_result.h"

#include <algorithm>

namespace eigenboard::panels::recommender::training_panel {

namespace {

constexpr int gradientAhead = 60; ///< epochs that the first frame looks ahead
constexpr int sweepsAhead = 15;
constexpr std::size_t mostPathPoints = 24;

/// Its numbers without its model, for a curve.
Step figuresOf(Step step) {
  step.single.reset();
  step.exact.reset();
  return step;
}

std::vector<Step> lookedAhead(const Params& params, const Step& now, Trainer& trainer) {
  const int last = params.method == Method::Gradient ? gradientAhead : sweepsAhead;
  std::vector<Step> ahead;
  Step step = now;
  while (step.epoch < last && !isFinished(params, step)) {
    step = trainer.next(params, step);
    ahead.push_back(figuresOf(step));
  }
  return ahead;
}

Eigen::MatrixXd columnsAt(const Eigen::MatrixXd& matrix, const std::vector<int>& places) {
  Eigen::MatrixXd columns(matrix.rows(), static_cast<Eigen::Index>(places.size()));
  for (std::size_t at = 0; at < places.size(); ++at)
    columns.col(static_cast<Eigen::Index>(at)) = matrix.col(places[at]);
  return columns;
}

Eigen::VectorXd numbersAt(const Eigen::VectorXd& vector, const std::vector<int>& places) {
  return columnsAt(vector.transpose(), places).transpose();
}

math::DenseFactors partShown(const math::DenseFactors& model, const RatingsSource& source) {
  return {model.mean,
          model.lowest,
          model.highest,
          numbersAt(model.userBias, source.people),
          numbersAt(model.itemBias, source.films),
          columnsAt(model.userFactors, source.people),
          columnsAt(model.itemFactors, source.films)};
}

/// Where the films were on the map of now, evenly spaced in time.
std::vector<Eigen::MatrixXd> pathsOf(std::span<const Step> history, const Result& result) {
  std::vector<Eigen::MatrixXd> paths;
  const std::size_t stride = history.size() / mostPathPoints + 1;
  for (std::size_t at = 0; at < history.size(); at += stride)
    paths.emplace_back(result.map.basis.transpose() *
                       columnsAt(history[at].model().itemFactors, result.source().films));
  paths.push_back(result.map.items);
  return paths;
}

math::RankingTask rankingTask(const RatingsSource& source) {
  math::RankingTask task;
  const auto highest = std::max_element(source.ratings.value.begin(), source.ratings.value.end());
  // Four of five stars; the same share of the way on another scale.
  task.relevantFrom = highest == source.ratings.value.end() ? 4 : 0.8F * *highest;
  task.k = source.isBook ? 5 : 10;
  task.mostUsers = 200;
  return task;
}

} // namespace

Result evaluate(const Params& params, std::span<const Step> history, Trainer& trainer,
                panel::Progress& progress) {
  Result result;
  for (const Step& step : history)
    result.history.push_back(figuresOf(step));
  const Step& now = history.back();
  const RatingsSource& source = *now.lesson->source;
  if (!source.problem.isEmpty())
    return result;
  result.model = now.model();
  result.person = std::clamp(params.person, 1, result.people()) - 1;
  result.film = std::clamp(params.film, 1, result.films()) - 1;
  result.shown = partShown(result.model, source);
  result.taste = math::interactionTable(result.shown);
  result.scores = math::scoreTable(result.shown);
  result.map = math::latentMap(result.shown);
  result.parts = math::partsOf(result.shown, result.person, result.film);
  result.paths = pathsOf(history, result);
  progress.report(0.5);
  if (progress.isCancelled())
    return result;
  result.ranking = math::rankingQuality(now.lesson->parts.train, now.lesson->parts.test, rankingTask(source),
                                        result.model);
  if (source.isBook)
    result.ahead = lookedAhead(params, now, trainer);
  return result;
}

} // namespace eigenboard::panels::recommender::training_panel
