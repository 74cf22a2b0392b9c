#pragma once

#include "core/recommender/ratings.h"

#include <array>
#include <span>
#include <vector>

namespace eigenboard::recommender {

/// One rating as training reads it.
struct Sample {
  std::int32_t user = 0;
  std::int32_t item = 0;
  float value = 0;
};

/// The ratings laid out for training with a number of threads T. Users and items are cut into T ranges with
/// about as many ratings each, which makes T × T blocks; T blocks that share neither a user nor an item are
/// worked on at once, and T such rounds make an epoch, so that the threads never meet and the result does not
/// depend on their speed. Within a block the ratings lie in a random order. Source: Gemulla, Haas, Nijkamp
/// and Sismanis, "Large-scale matrix factorization with distributed stochastic gradient descent", 2011
/// (DSGD).
struct TrainingOrder {
  int threads = 1;
  std::vector<Sample> samples;
  std::vector<std::size_t>
      blockStart; ///< of block (user range) · T + (item range), and the end: T² + 1 places
};

/// threads is clamped to 1 … 64. Cost: linear, 12 bytes a rating.
TrainingOrder trainingOrder(const Ratings& ratings, int threads, std::uint64_t seed);

/// An epoch takes a block in runs of so many samples, which fit into the innermost cache.
inline constexpr std::size_t runLength = 1024;
using Run = std::array<Sample, runLength>;

/// Where the runs of a block begin, in the random order in which the epoch takes them.
std::vector<std::size_t> runsInEpoch(const TrainingOrder& order, std::size_t block, std::uint64_t seed,
                                     int epoch);

/// The samples of the run that begins there, in the random order in which the epoch takes them. They lie in
/// place.
std::span<const Sample> shuffledRun(const TrainingOrder& order, std::size_t block, std::size_t begin,
                                    std::uint64_t seed, int epoch, Run& place);

/// The block on which each thread works in each round: at [round · T + thread].
std::vector<std::size_t> blocksInEpoch(const TrainingOrder& order, std::uint64_t seed, int epoch);

} // namespace eigenboard::recommender
