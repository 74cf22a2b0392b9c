#include "core/recommender/dense_factors.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace eigenboard::recommender {

namespace {

/// What stays while the other side is solved for.
struct DenseHeld {
  const std::vector<std::int32_t>& place; ///< of each rating
  const Eigen::MatrixXd& factors;
  const Eigen::VectorXd& bias;
};

double atLeastLittle(double lambda) {
  constexpr double least = 1e-6; // as in alternating_least_squares.h
  return lambda > least ? lambda : least;
}

/// A column of factors and its bias, by least squares over its own ratings.
void solveColumn(const Ratings& ratings, std::span<const std::uint32_t> rows, const AlsSettings& settings,
                 double mean, const DenseHeld& held, Eigen::Ref<Eigen::VectorXd> factors, double& bias) {
  const Eigen::Index k = factors.size();
  Eigen::MatrixXd A = Eigen::MatrixXd::Zero(k + 1, k + 1);
  Eigen::VectorXd y = Eigen::VectorXd::Zero(k + 1);
  Eigen::VectorXd z(k + 1);
  z(k) = 1;
  for (const std::uint32_t row : rows) {
    const std::int32_t place = held.place[row];
    z.head(k) = held.factors.col(place);
    A.selfadjointView<Eigen::Lower>().rankUpdate(z);
    y += z * (static_cast<double>(ratings.value[row]) - mean - held.bias(place));
  }
  const auto count = static_cast<double>(rows.size());
  A.diagonal().head(k).array() += count * atLeastLittle(settings.regularization);
  A(k, k) += count * atLeastLittle(settings.biasRegularization);
  const Eigen::VectorXd x = A.selfadjointView<Eigen::Lower>().llt().solve(y);
  factors = x.head(k);
  bias = x(k);
}

void solveSide(const Ratings& ratings, const RowGroups& groups, const AlsSettings& settings, double mean,
               const DenseHeld& held, Eigen::MatrixXd& factors, Eigen::VectorXd& bias) {
  const std::span<const std::uint32_t> positions(groups.positions);
  for (Eigen::Index column = 0; column < factors.cols(); ++column) {
    const auto group = static_cast<int>(column);
    if (groups.count(group) > 0)
      solveColumn(ratings,
                  positions.subspan(groups.start[static_cast<std::size_t>(column)], groups.count(group)),
                  settings, mean, held, factors.col(column), bias(column));
  }
}

double scoreOf(const DenseFactors& model, std::int32_t user, std::int32_t item) {
  return model.mean + model.userBias(user) + model.itemBias(item) +
         model.userFactors.col(user).dot(model.itemFactors.col(item));
}

template <typename Score>
Accuracy accuracyBy(const Ratings& ratings, double lowest, double highest, Score score) {
  if (ratings.size() == 0)
    return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  double squares = 0;
  double absolutes = 0;
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    const double predicted = std::clamp(score(ratings.user[k], ratings.item[k]), lowest, highest);
    const double error = predicted - static_cast<double>(ratings.value[k]);
    squares += error * error;
    absolutes += std::abs(error);
  }
  const auto count = static_cast<double>(ratings.size());
  return {std::sqrt(squares / count), absolutes / count};
}

} // namespace

bool DenseFactors::allFinite() const {
  return std::isfinite(mean) && userBias.allFinite() && itemBias.allFinite() && userFactors.allFinite() &&
         itemFactors.allFinite();
}

std::size_t DenseFactors::parameters() const {
  return static_cast<std::size_t>(userBias.size() + itemBias.size() + userFactors.size() +
                                  itemFactors.size());
}

DenseFactors dense(const FactorModel& model) {
  return {static_cast<double>(model.mean),
          static_cast<double>(model.lowest),
          static_cast<double>(model.highest),
          model.userBias.cast<double>(),
          model.itemBias.cast<double>(),
          model.userFactors.topRows(model.factors).cast<double>(),
          model.itemFactors.topRows(model.factors).cast<double>()};
}

ScoreParts partsOf(const DenseFactors& model, int user, int item) {
  return {model.mean, model.userBias(user), model.itemBias(item),
          model.userFactors.col(user).cwiseProduct(model.itemFactors.col(item))};
}

Eigen::MatrixXd interactionTable(const DenseFactors& model) {
  return model.userFactors.transpose() * model.itemFactors;
}

Eigen::MatrixXd scoreTable(const DenseFactors& model) {
  Eigen::MatrixXd table = interactionTable(model);
  table.colwise() += model.userBias;
  table.rowwise() += model.itemBias.transpose();
  table.array() += model.mean;
  return table;
}

Accuracy accuracyOf(const DenseFactors& model, const Ratings& ratings) {
  return accuracyBy(ratings, model.lowest, model.highest,
                    [&model](std::int32_t user, std::int32_t item) { return scoreOf(model, user, item); });
}

Accuracy accuracyOf(const Eigen::Ref<const Eigen::MatrixXd>& scores, double lowest, double highest,
                    const Ratings& ratings) {
  return accuracyBy(ratings, lowest, highest,
                    [&scores](std::int32_t user, std::int32_t item) { return scores(user, item); });
}

RankingQuality rankingQuality(const Ratings& train, const Ratings& test, const RankingTask& task,
                              const DenseFactors& model) {
  return rankingQuality(train, test, task, [&model](int user) -> Eigen::VectorXf {
    const Eigen::VectorXd scores =
        (model.itemFactors.transpose() * model.userFactors.col(user) + model.itemBias).array() +
        (model.mean + model.userBias(user));
    return scores.cast<float>();
  });
}

DenseFactors nextDenseSweep(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                            DenseFactors model) {
  solveSide(ratings, sides.byUser, settings, model.mean, {ratings.item, model.itemFactors, model.itemBias},
            model.userFactors, model.userBias);
  solveSide(ratings, sides.byItem, settings, model.mean, {ratings.user, model.userFactors, model.userBias},
            model.itemFactors, model.itemBias);
  return model;
}

double denseObjective(const Ratings& ratings, const AlsSettings& settings, const DenseFactors& model) {
  const double lambda = atLeastLittle(settings.regularization);
  const double biasLambda = atLeastLittle(settings.biasRegularization);
  const Eigen::VectorXd users = lambda * model.userFactors.colwise().squaredNorm().transpose() +
                                biasLambda * model.userBias.cwiseAbs2();
  const Eigen::VectorXd items = lambda * model.itemFactors.colwise().squaredNorm().transpose() +
                                biasLambda * model.itemBias.cwiseAbs2();
  double sum = 0;
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    const double error =
        static_cast<double>(ratings.value[k]) - scoreOf(model, ratings.user[k], ratings.item[k]);
    sum += error * error + users(ratings.user[k]) + items(ratings.item[k]);
  }
  return sum;
}

} // namespace eigenboard::recommender
