#pragma once

#include "core/recommender/alternating_least_squares.h"

namespace eigenboard::recommender {

struct ImplicitSettings {
  int factors = 10;
  double confidence = 1;      ///< α: what was met with strength r counts 1 + α r times, what was not once
  double regularization = 50; ///< λ
  double initialScale = 0.1;  ///< standard deviation of the factors at the start
  std::uint64_t seed = 1;     ///< of the factors at the start
  int threads = 1;            ///< change the time, not the result
};

/// Factors without mean and biases, whose score is near 1 for what a user would choose and near 0 for the
/// rest.
AlsState implicitStart(const Ratings& ratings, const ImplicitSettings& settings);

/// Solves for every user, then for every item: (YᵀY + α Σ r y yᵀ + λI) x = Σ (1 + α r) y, the sums over what
/// the user met. No step makes the objective larger:
///   Σ over all pairs of c (t − xᵀy)² + λ (Σ ‖x‖² + Σ ‖y‖²), t = 1 and c = 1 + α r for the pairs met, else 0
///   and 1.
/// A rating that is not positive counts as met with strength 0. λ below 1e-6 counts as 1e-6. Cost:
/// n k² + (users + items) k³ / 3. Source: Hu, Koren and Volinsky, "Collaborative filtering for implicit
/// feedback datasets", 2008.
AlsState nextImplicitSweep(const Ratings& ratings, const RatingSides& sides, const ImplicitSettings& settings,
                           AlsState state);

/// The objective above, over all pairs, in (users + items) k² + n k operations.
double implicitObjective(const Ratings& ratings, const ImplicitSettings& settings, const FactorModel& model);

} // namespace eigenboard::recommender
