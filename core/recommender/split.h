#pragma once

#include "core/recommender/ratings.h"

namespace eigenboard::recommender {

/// Both parts have the id maps of the whole, so that a place means the same user and item in both; some have
/// no rating in one of them. The order of rows is kept.
struct Split {
  Ratings train;
  Ratings test;
};

/// Puts round(share · n) of the ratings, chosen by the seed with equal chances, into the test part; share is
/// clamped to 0 … 1. Cost: linear.
Split split(const Ratings& ratings, double share, std::uint64_t seed);

/// Two sets of ratings with their own ids, brought to the same ids: those that occur in either. Cost: linear,
/// and log n an id.
Split aligned(const Ratings& train, const Ratings& test);

} // namespace eigenboard::recommender
