#include "core/recommender/alternating_least_squares.h"

#include "core/recommender/parallel.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <span>

namespace eigenboard::recommender {

namespace {

/// One side of the model as the other sees it while it is solved for.
struct HeldSide {
  const std::vector<std::int32_t>& place; ///< of each row
  const Eigen::MatrixXf& factors;
  const Eigen::VectorXf& bias;
};

double positiveLambda(double lambda) {
  constexpr double least = 1e-6;
  return lambda > least ? lambda : least;
}

NormalEquations equationsOf(const Ratings& ratings, std::span<const std::uint32_t> rows,
                            const AlsSettings& settings, const FactorModel& model, const HeldSide& held) {
  const Eigen::Index k = model.factors;
  NormalEquations equations{Eigen::MatrixXd::Zero(k + 1, k + 1), Eigen::VectorXd::Zero(k + 1)};
  // So many rows at once, as a product of matrices.
  constexpr std::size_t most = 128;
  Eigen::MatrixXd block(k + 1, static_cast<Eigen::Index>(std::min(most, rows.size())));
  Eigen::VectorXd rest(block.cols());
  for (std::size_t begin = 0; begin < rows.size(); begin += most) {
    const auto count = static_cast<Eigen::Index>(std::min(most, rows.size() - begin));
    for (Eigen::Index c = 0; c < count; ++c) {
      const std::uint32_t row = rows[begin + static_cast<std::size_t>(c)];
      const std::int32_t place = held.place[row];
      block.col(c).head(k) = held.factors.col(place).head(k).cast<double>();
      block(k, c) = 1;
      rest(c) = static_cast<double>(ratings.value[row]) - static_cast<double>(model.mean) -
                static_cast<double>(held.bias(place));
    }
    equations.matrix.selfadjointView<Eigen::Lower>().rankUpdate(block.leftCols(count));
    equations.right.noalias() += block.leftCols(count) * rest.head(count);
  }
  const auto ratingsOfIt = static_cast<double>(rows.size());
  equations.matrix.diagonal().head(k).array() += ratingsOfIt * positiveLambda(settings.regularization);
  equations.matrix(k, k) += ratingsOfIt * positiveLambda(settings.biasRegularization);
  equations.matrix.triangularView<Eigen::StrictlyUpper>() = equations.matrix.transpose();
  return equations;
}

std::span<const std::uint32_t> rowsOf(const RowGroups& groups, int group) {
  return std::span(groups.positions)
      .subspan(groups.start[static_cast<std::size_t>(group)], groups.count(group));
}

/// Puts the solution into the side that is solved for. False when it is not finite.
bool solveInto(const NormalEquations& equations, Eigen::MatrixXf& factors, Eigen::VectorXf& bias, int place) {
  const Eigen::Index k = equations.right.size() - 1;
  const Eigen::VectorXd solution = equations.matrix.llt().solve(equations.right);
  factors.col(place).head(k) = solution.head(k).cast<float>();
  bias(place) = static_cast<float>(solution(k));
  return factors.col(place).allFinite() && std::isfinite(bias(place));
}

} // namespace

RatingSides sidesOf(const Ratings& ratings) {
  return {rowsByUser(ratings), rowsByItem(ratings)};
}

AlsState alsStart(const Ratings& ratings, const AlsSettings& settings) {
  return {0,
          initialModel(ratings, settings.factors, static_cast<float>(settings.initialScale), settings.seed),
          false};
}

NormalEquations userEquations(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                              const FactorModel& model, int user) {
  return equationsOf(ratings, rowsOf(sides.byUser, user), settings, model,
                     {ratings.item, model.itemFactors, model.itemBias});
}

NormalEquations itemEquations(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                              const FactorModel& model, int item) {
  return equationsOf(ratings, rowsOf(sides.byItem, item), settings, model,
                     {ratings.user, model.userFactors, model.userBias});
}

AlsState nextSweep(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                   AlsState state) {
  if (state.failed)
    return state;
  std::atomic<bool> failed = false;
  FactorModel& model = state.model;
  forEachIndex(ratings.users.size(), settings.threads, [&](int user) {
    if (sides.byUser.count(user) > 0 && !solveInto(userEquations(ratings, sides, settings, model, user),
                                                   model.userFactors, model.userBias, user))
      failed = true;
  });
  forEachIndex(ratings.items.size(), settings.threads, [&](int item) {
    if (sides.byItem.count(item) > 0 && !solveInto(itemEquations(ratings, sides, settings, model, item),
                                                   model.itemFactors, model.itemBias, item))
      failed = true;
  });
  ++state.epoch;
  state.failed = failed;
  return state;
}

double alsObjective(const Ratings& ratings, const AlsSettings& settings, const FactorModel& model) {
  const double lambda = positiveLambda(settings.regularization);
  const double biasLambda = positiveLambda(settings.biasRegularization);
  const auto square = [](float value) { return static_cast<double>(value) * static_cast<double>(value); };
  // Of each user and item once, not with each rating.
  const Eigen::VectorXd users = model.userFactors.cast<double>().colwise().squaredNorm().transpose();
  const Eigen::VectorXd items = model.itemFactors.cast<double>().colwise().squaredNorm().transpose();
  double sum = 0;
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    const std::int32_t user = ratings.user[k];
    const std::int32_t item = ratings.item[k];
    const double error =
        static_cast<double>(ratings.value[k]) - static_cast<double>(score(model, user, item));
    sum += error * error + lambda * (users(user) + items(item)) +
           biasLambda * (square(model.userBias(user)) + square(model.itemBias(item)));
  }
  return sum;
}

} // namespace eigenboard::recommender
