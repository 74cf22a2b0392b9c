#pragma once

#include "core/recommender/ratings.h"

#include <Eigen/Core>

namespace eigenboard::recommender {

/// r̂(u, i) = μ + b_u + c_i + p_uᵀ q_i (Koren, Bell and Volinsky, "Matrix factorization techniques for
/// recommender systems", 2009). Row r of a factor stands in row r of the matrix, a user or item in each
/// column, so that a column lies together in memory; its rows from `factors` on are zero and fill it up to a
/// multiple of four. A user or an item of which nothing was learnt has zero bias and factors: its prediction
/// is what the rest of the sum says.
struct FactorModel {
  int factors = 0;
  float mean = 0;
  float lowest = 0; ///< predictions are clamped to lowest … highest, the range of the ratings learnt from
  float highest = 0;
  Eigen::VectorXf userBias;
  Eigen::VectorXf itemBias;
  Eigen::MatrixXf userFactors; ///< paddedFactors × users
  Eigen::MatrixXf itemFactors; ///< paddedFactors × items

  bool allFinite() const;
};

/// The next multiple of four.
constexpr int paddedFactors(int factors) {
  return (factors + 3) / 4 * 4;
}

/// Mean and range of the ratings, zero biases, and factors that are independent normal numbers of standard
/// deviation `scale`, zero for users and items without a rating. Decided by the seed alone; a user's factors
/// do not depend on how many others there are. factors is clamped to 0 … 1024.
FactorModel initialModel(const Ratings& ratings, int factors, float scale, std::uint64_t seed);

/// Places outside of the model count as unknown. Cost: the number of factors. Not clamped.
float score(const FactorModel& model, int user, int item);

/// score, clamped to the model's range.
float prediction(const FactorModel& model, int user, int item);

/// The prediction for each row.
Eigen::VectorXf predictions(const FactorModel& model, const Ratings& ratings);

/// The scores of all items for one user, in the order of the items. Cost: factors · items, once through
/// memory.
Eigen::VectorXf scoresFor(const FactorModel& model, int user);

/// How far predictions lie from what was given.
struct Accuracy {
  double rootMeanSquare = 0; ///< RMSE
  double meanAbsolute = 0;   ///< MAE
};

/// NaN for no ratings. Sums in double precision.
Accuracy accuracyOf(const Eigen::Ref<const Eigen::VectorXf>& predicted, const Ratings& ratings);

} // namespace eigenboard::recommender
