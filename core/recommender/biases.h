#pragma once

#include "core/recommender/factor_model.h"

namespace eigenboard::recommender {

struct BiasSettings {
  double userRegularization = 3; ///< λ₁: a user's bias is a mean over as many ratings and λ₁ zeros
  double itemRegularization = 3; ///< λ₂, the same for an item's
  int sweeps = 200;              ///< at most
};

struct BiasFit {
  FactorModel model; ///< without factors
  int sweeps = 0;
  double change = 0; ///< of any bias in the last sweep; at most 1e-7 where it has settled
};

/// The b and c that minimise Σ (r − μ − b_u − c_i)² + λ₁ Σ b_u² + λ₂ Σ c_i², μ the mean rating: each bias in
/// closed form with the others held, users and items in turn, until none moves by more than 1e-7. Negative λ
/// count as 0. Cost: linear a sweep, some fifty sweeps. Source: Koren 2009, the regularised baseline.
BiasFit fitBiases(const Ratings& ratings, const BiasSettings& settings);

} // namespace eigenboard::recommender
