#pragma once

#include "core/recommender/alternating_least_squares.h"
#include "core/recommender/ranking_metrics.h"

#include <Eigen/Core>

namespace eigenboard::recommender {

/// A FactorModel in double precision and without filling: for tables small enough to be looked at, where
/// other programs are to get the same numbers to rounding, and for questions about a model (parts of a score,
/// neighbours) that are asked once.
struct DenseFactors {
  double mean = 0;
  double lowest = 0; ///< predictions are clamped to lowest … highest
  double highest = 0;
  Eigen::VectorXd userBias;
  Eigen::VectorXd itemBias;
  Eigen::MatrixXd userFactors; ///< factors × users
  Eigen::MatrixXd itemFactors; ///< factors × items

  int factors() const { return static_cast<int>(userFactors.rows()); }
  bool allFinite() const;
  std::size_t parameters() const; ///< numbers that are learnt
};

/// The same numbers.
DenseFactors dense(const FactorModel& model);

/// μ + b_u + c_i + Σ products is the score of one user for one item.
struct ScoreParts {
  double mean = 0;
  double userBias = 0;
  double itemBias = 0;
  Eigen::VectorXd products; ///< p_r q_r for each factor r

  double interaction() const { return products.sum(); }
  double score() const { return mean + userBias + itemBias + interaction(); }
};

/// user and item are places of the model.
ScoreParts partsOf(const DenseFactors& model, int user, int item);

/// p_uᵀ q_i for all, users × items. Cost: users · items · factors.
Eigen::MatrixXd interactionTable(const DenseFactors& model);
/// All scores, not clamped.
Eigen::MatrixXd scoreTable(const DenseFactors& model);

/// Of the clamped predictions; NaN for no ratings. Cost: ratings · factors.
Accuracy accuracyOf(const DenseFactors& model, const Ratings& ratings);

/// The same for a table of scores, users × items.
Accuracy accuracyOf(const Eigen::Ref<const Eigen::MatrixXd>& scores, double lowest, double highest,
                    const Ratings& ratings);

/// ranking_metrics.h, by the scores in single precision, so that scores which differ by rounding alone keep
/// the order of the items.
RankingQuality rankingQuality(const Ratings& train, const Ratings& test, const RankingTask& task,
                              const DenseFactors& model);

/// nextSweep of alternating_least_squares.h, with its objective, in double precision: for every user, then
/// for every item, the least-squares factors and bias with the other side held. Without factors the biases
/// are what is solved for. settings: regularization and biasRegularization. Cost as there.
DenseFactors nextDenseSweep(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                            DenseFactors model);

/// What no sweep makes larger:
///   Σ (r − r̂)² + λ (‖p_u‖² + ‖q_i‖²) + λ_b (b_u² + c_i²) over the ratings, with scores that are not clamped.
double denseObjective(const Ratings& ratings, const AlsSettings& settings, const DenseFactors& model);

} // namespace eigenboard::recommender
