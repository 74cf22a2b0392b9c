#pragma once

#include "core/recommender/factor_model.h"

namespace eigenboard::recommender {

struct AlsSettings {
  int factors = 20;
  double regularization = 0.1;      ///< λ of the factors, for each rating
  double biasRegularization = 0.05; ///< λ_b of the biases, for each rating
  double initialScale = 0.1;        ///< standard deviation of the factors at the start
  std::uint64_t seed = 1;           ///< of the factors at the start
  int threads = 1;                  ///< change the time, not the result
};

/// The rows of the ratings by either side.
struct RatingSides {
  RowGroups byUser;
  RowGroups byItem;
};

RatingSides sidesOf(const Ratings& ratings);

struct AlsState {
  int epoch = 0;
  FactorModel model;
  bool failed = false; ///< a system of the last sweep had no finite solution; such a state stays as it is
};

AlsState alsStart(const Ratings& ratings, const AlsSettings& settings);

/// A x = y for one user's x = (p_u, b_u) with all items held: A = Σ z zᵀ + diag(λ, …, λ, λ_b), y = Σ z (r − μ
/// − c_i), z = (q_i, 1), summed over the items that the user rated. Of size factors + 1; in double precision.
struct NormalEquations {
  Eigen::MatrixXd matrix;
  Eigen::VectorXd right;
};

NormalEquations userEquations(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                              const FactorModel& model, int user);
/// The same for one item's (q_i, c_i) with all users held.
NormalEquations itemEquations(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                              const FactorModel& model, int item);

/// Solves for every user, then for every item, each with its bias; no step makes the objective larger:
///   Σ over the ratings of (r − r̂)² + λ (‖p_u‖² + ‖q_i‖²) + λ_b (b_u² + c_i²),
/// which is what stochastic gradient descent goes down, too.
/// Solved by Cholesky in double precision and kept in single. λ and λ_b below 1e-6 count as 1e-6, so that the
/// systems are not singular. Cost: n k² + (users + items) k³ / 3. Source: Zhou and others, "Large-scale
/// parallel collaborative filtering for the Netflix prize", 2008 (ALS-WR); Koren, Bell and Volinsky 2009.
AlsState nextSweep(const Ratings& ratings, const RatingSides& sides, const AlsSettings& settings,
                   AlsState state);

/// The objective above. Cost: linear.
double alsObjective(const Ratings& ratings, const AlsSettings& settings, const FactorModel& model);

} // namespace eigenboard::recommender
