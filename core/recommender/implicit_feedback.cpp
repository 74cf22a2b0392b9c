#include "core/recommender/implicit_feedback.h"

#include "core/recommender/parallel.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <span>

namespace eigenboard::recommender {

namespace {

double strengthOf(float value) {
  return std::max(0.0, static_cast<double>(value));
}

double implicitLambda(const ImplicitSettings& settings) {
  constexpr double least = 1e-6;
  return settings.regularization > least ? settings.regularization : least;
}

Eigen::MatrixXd gramOf(const Eigen::MatrixXf& factors, Eigen::Index k) {
  const Eigen::MatrixXd rows = factors.topRows(k).cast<double>();
  return rows * rows.transpose();
}

/// Solves for all of one side with the other held. False when a solution is not finite.
bool solveImplicitSide(const Ratings& ratings, const RowGroups& groups,
                       const std::vector<std::int32_t>& heldPlace, const Eigen::MatrixXf& held,
                       const ImplicitSettings& settings, int factors, Eigen::MatrixXf& solved) {
  const Eigen::Index k = factors;
  const Eigen::MatrixXd common = gramOf(held, k) + implicitLambda(settings) * Eigen::MatrixXd::Identity(k, k);
  const double alpha = std::max(0.0, settings.confidence);
  std::atomic<bool> finite = true;
  forEachIndex(static_cast<int>(solved.cols()), settings.threads, [&](int place) {
    const std::size_t count = groups.count(place);
    if (count == 0)
      return; // has zero factors from the start
    Eigen::MatrixXd matrix = common;
    Eigen::VectorXd right = Eigen::VectorXd::Zero(k);
    Eigen::VectorXd y(k);
    for (const std::uint32_t row :
         std::span(groups.positions).subspan(groups.start[static_cast<std::size_t>(place)], count)) {
      const double extra = alpha * strengthOf(ratings.value[row]);
      y = held.col(heldPlace[row]).head(k).cast<double>();
      matrix.selfadjointView<Eigen::Lower>().rankUpdate(y, extra);
      right += (1 + extra) * y;
    }
    solved.col(place).head(k) = matrix.llt().solve(right).cast<float>();
    if (!solved.col(place).allFinite())
      finite = false;
  });
  return finite;
}

} // namespace

AlsState implicitStart(const Ratings& ratings, const ImplicitSettings& settings) {
  AlsState state{
      0, initialModel(ratings, settings.factors, static_cast<float>(settings.initialScale), settings.seed),
      false};
  state.model.mean = 0;
  state.model.lowest = -std::numeric_limits<float>::infinity();
  state.model.highest = std::numeric_limits<float>::infinity();
  return state;
}

AlsState nextImplicitSweep(const Ratings& ratings, const RatingSides& sides, const ImplicitSettings& settings,
                           AlsState state) {
  if (state.failed)
    return state;
  FactorModel& model = state.model;
  const bool users = solveImplicitSide(ratings, sides.byUser, ratings.item, model.itemFactors, settings,
                                       model.factors, model.userFactors);
  const bool items = solveImplicitSide(ratings, sides.byItem, ratings.user, model.userFactors, settings,
                                       model.factors, model.itemFactors);
  ++state.epoch;
  state.failed = !users || !items;
  return state;
}

double implicitObjective(const Ratings& ratings, const ImplicitSettings& settings, const FactorModel& model) {
  const Eigen::Index k = model.factors;
  // The sum of (xᵀy)² over all pairs is that of the products of the two Gram matrices' entries.
  double sum = gramOf(model.userFactors, k).cwiseProduct(gramOf(model.itemFactors, k)).sum();
  for (std::size_t n = 0; n < ratings.size(); ++n) {
    const auto met = static_cast<double>(score(model, ratings.user[n], ratings.item[n]));
    const double count = 1 + std::max(0.0, settings.confidence) * strengthOf(ratings.value[n]);
    sum += count * (1 - met) * (1 - met) - met * met;
  }
  return sum + implicitLambda(settings) * (model.userFactors.cast<double>().squaredNorm() +
                                           model.itemFactors.cast<double>().squaredNorm());
}

} // namespace eigenboard::recommender
