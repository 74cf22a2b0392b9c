#include "core/recommender/training_order.h"

#include "core/recommender/shuffle.h"

#include <algorithm>
#include <numeric>

namespace eigenboard::recommender {

namespace {

/// To each place its range of 0 … ranges − 1: consecutive places with about as many ratings in each range.
std::vector<std::int32_t> rangesOf(const std::vector<std::int32_t>& rated, int places, int ranges) {
  std::vector<std::size_t> count(static_cast<std::size_t>(places), 0);
  for (const std::int32_t place : rated)
    ++count[static_cast<std::size_t>(place)];
  std::vector<std::int32_t> range(count.size());
  std::size_t before = 0;
  for (std::size_t p = 0; p < count.size(); ++p) {
    // By the middle of what the place brings, so that a heavy one goes where most of it belongs.
    const std::size_t middle = before + count[p] / 2;
    range[p] = static_cast<std::int32_t>(middle * static_cast<std::size_t>(ranges) /
                                         std::max<std::size_t>(1, rated.size()));
    before += count[p];
  }
  return range;
}

/// A generator for a part of an epoch.
numerics::Random epochRandom(std::uint64_t seed, int epoch, std::uint64_t part) {
  numerics::Random own = randomFor(seed, static_cast<std::uint64_t>(epoch));
  return randomFor(own.bits(), part);
}

} // namespace

TrainingOrder trainingOrder(const Ratings& ratings, int threads, std::uint64_t seed) {
  constexpr int mostThreads = 64;
  TrainingOrder order;
  order.threads = std::clamp(threads, 1, mostThreads);
  const auto ranges = static_cast<std::size_t>(order.threads);
  std::vector<Sample> dealt(ratings.size());
  for (std::size_t k = 0; k < dealt.size(); ++k)
    dealt[k] = {ratings.user[k], ratings.item[k], ratings.value[k]};
  numerics::Random random = randomFor(seed, 0x6f72646572);
  shuffle(std::span(dealt), random);
  order.blockStart.assign(ranges * ranges + 1, 0);
  if (ranges == 1) {
    order.blockStart[1] = dealt.size();
    order.samples = std::move(dealt);
    return order;
  }
  const auto userRange = rangesOf(ratings.user, ratings.users.size(), order.threads);
  const auto itemRange = rangesOf(ratings.item, ratings.items.size(), order.threads);
  const auto blockOf = [&](const Sample& sample) {
    return static_cast<std::size_t>(userRange[static_cast<std::size_t>(sample.user)]) * ranges +
           static_cast<std::size_t>(itemRange[static_cast<std::size_t>(sample.item)]);
  };
  for (const Sample& sample : dealt)
    ++order.blockStart[blockOf(sample) + 1];
  for (std::size_t b = 1; b < order.blockStart.size(); ++b)
    order.blockStart[b] += order.blockStart[b - 1];
  std::vector<std::size_t> next(order.blockStart.begin(), order.blockStart.end() - 1);
  order.samples.resize(dealt.size());
  for (const Sample& sample : dealt)
    order.samples[next[blockOf(sample)]++] = sample;
  return order;
}

std::vector<std::size_t> runsInEpoch(const TrainingOrder& order, std::size_t block, std::uint64_t seed,
                                     int epoch) {
  std::vector<std::size_t> runs;
  for (std::size_t begin = order.blockStart[block]; begin < order.blockStart[block + 1]; begin += runLength)
    runs.push_back(begin);
  numerics::Random random = epochRandom(seed, epoch, 2 * block);
  shuffle(std::span(runs), random);
  return runs;
}

std::span<const Sample> shuffledRun(const TrainingOrder& order, std::size_t block, std::size_t begin,
                                    std::uint64_t seed, int epoch, Run& place) {
  const std::size_t count = std::min(runLength, order.blockStart[block + 1] - begin);
  std::copy_n(order.samples.begin() + static_cast<std::ptrdiff_t>(begin), count, place.begin());
  const std::span<Sample> samples = std::span(place).first(count);
  numerics::Random random = epochRandom(seed, epoch, 2 * begin + 1);
  shuffle(samples, random);
  return samples;
}

std::vector<std::size_t> blocksInEpoch(const TrainingOrder& order, std::uint64_t seed, int epoch) {
  const auto threads = static_cast<std::size_t>(order.threads);
  std::vector<std::size_t> shifts(threads);
  std::iota(shifts.begin(), shifts.end(), std::size_t{0});
  numerics::Random random = epochRandom(seed, epoch, ~std::uint64_t{0});
  shuffle(std::span(shifts), random);
  std::vector<std::size_t> blocks;
  for (const std::size_t shift : shifts)
    for (std::size_t thread = 0; thread < threads; ++thread)
      blocks.push_back(thread * threads + (thread + shift) % threads);
  return blocks;
}

} // namespace eigenboard::recommender
