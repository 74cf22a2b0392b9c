#pragma once

#include "core/recommender/factor_model.h"

namespace eigenboard::recommender {

struct SyntheticSettings {
  int users = 1000;
  int items = 500;
  std::size_t ratings = 50'000; ///< at most half of users · items
  int factors = 5;              ///< that are planted
  double skew = 0.8;            ///< s of Zipf's law: the j-th item is chosen in proportion to (j + 10)^−s
  double noise = 0.5;           ///< standard deviation, in stars, of what no model can know
  double tasteSpread = 0.5;     ///< standard deviation, in stars, of pᵀq
  bool halfStars = true;        ///< rounded to half stars and clamped to 0.5 … 5
  std::uint64_t seed = 1;
};

struct SyntheticRatings {
  Ratings ratings;     ///< ids 1, 2 …, those of items in a random order; grouped by user; without times
  FactorModel planted; ///< what the ratings were made of
};

/// Ratings of a planted model: mean 3.5, biases of users and items normal with 0.4 and 0.35, factors normal,
/// noise; activity of the users log-normal with σ = 1. No pair occurs twice. Users and items number at least
/// 1 and at most 10 000 000. Where a user's choice has to be among few items left, the next free one is
/// taken. A RMSE below that of the noise and the rounding, about √(noise² + 1/48), cannot be reached on
/// ratings that were not learnt from. Cost: about 0.1 µs a rating, 12 bytes a rating.
SyntheticRatings syntheticRatings(const SyntheticSettings& settings);

} // namespace eigenboard::recommender
