#include "core/recommender/factor_model.h"

#include "core/numerics/normal.h"
#include "core/recommender/shuffle.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::recommender {

namespace {

/// Normal numbers for each column whose user or item has a rating.
Eigen::MatrixXf startingFactors(const std::vector<std::int32_t>& rated, int columns, int factors, float scale,
                                std::uint64_t seed) {
  Eigen::MatrixXf matrix = Eigen::MatrixXf::Zero(paddedFactors(factors), columns);
  std::vector<char> met(static_cast<std::size_t>(columns), 0);
  for (const std::int32_t place : rated)
    met[static_cast<std::size_t>(place)] = 1;
  for (int column = 0; column < columns; ++column) {
    if (met[static_cast<std::size_t>(column)] == 0)
      continue;
    numerics::Random random = randomFor(seed, static_cast<std::uint64_t>(column));
    for (int k = 0; k < factors; ++k)
      matrix(k, column) = scale * static_cast<float>(numerics::standardNormal(random));
  }
  return matrix;
}

} // namespace

bool FactorModel::allFinite() const {
  return std::isfinite(mean) && userBias.allFinite() && itemBias.allFinite() && userFactors.allFinite() &&
         itemFactors.allFinite();
}

FactorModel initialModel(const Ratings& ratings, int factors, float scale, std::uint64_t seed) {
  constexpr int mostFactors = 1024;
  FactorModel model;
  model.factors = std::clamp(factors, 0, mostFactors);
  if (ratings.size() > 0) {
    double sum = 0;
    for (const float value : ratings.value)
      sum += static_cast<double>(value);
    model.mean = static_cast<float>(sum / static_cast<double>(ratings.size()));
    const auto [lowest, highest] = std::minmax_element(ratings.value.begin(), ratings.value.end());
    model.lowest = *lowest;
    model.highest = *highest;
  }
  model.userBias = Eigen::VectorXf::Zero(ratings.users.size());
  model.itemBias = Eigen::VectorXf::Zero(ratings.items.size());
  model.userFactors = startingFactors(ratings.user, ratings.users.size(), model.factors, scale, seed);
  model.itemFactors = startingFactors(ratings.item, ratings.items.size(), model.factors, scale, ~seed);
  return model;
}

float score(const FactorModel& model, int user, int item) {
  const bool knowsUser = user >= 0 && user < model.userBias.size();
  const bool knowsItem = item >= 0 && item < model.itemBias.size();
  float sum = model.mean;
  if (knowsUser)
    sum += model.userBias(user);
  if (knowsItem)
    sum += model.itemBias(item);
  if (knowsUser && knowsItem)
    sum += model.userFactors.col(user).dot(model.itemFactors.col(item));
  return sum;
}

float prediction(const FactorModel& model, int user, int item) {
  return std::clamp(score(model, user, item), model.lowest, model.highest);
}

Eigen::VectorXf predictions(const FactorModel& model, const Ratings& ratings) {
  Eigen::VectorXf predicted(static_cast<Eigen::Index>(ratings.size()));
  for (std::size_t k = 0; k < ratings.size(); ++k)
    predicted(static_cast<Eigen::Index>(k)) = prediction(model, ratings.user[k], ratings.item[k]);
  return predicted;
}

Eigen::VectorXf scoresFor(const FactorModel& model, int user) {
  Eigen::VectorXf scores = Eigen::VectorXf::Constant(model.itemBias.size(), model.mean) + model.itemBias;
  if (user >= 0 && user < model.userBias.size()) {
    scores.array() += model.userBias(user);
    scores.noalias() += model.itemFactors.transpose() * model.userFactors.col(user);
  }
  return scores;
}

Accuracy accuracyOf(const Eigen::Ref<const Eigen::VectorXf>& predicted, const Ratings& ratings) {
  if (ratings.size() == 0)
    return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  double squares = 0;
  double absolutes = 0;
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    const double error =
        static_cast<double>(predicted(static_cast<Eigen::Index>(k))) - static_cast<double>(ratings.value[k]);
    squares += error * error;
    absolutes += std::abs(error);
  }
  const auto count = static_cast<double>(ratings.size());
  return {std::sqrt(squares / count), absolutes / count};
}

} // namespace eigenboard::recommender
