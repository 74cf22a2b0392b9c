#include "core/recommender/stochastic_gradient.h"

#include "core/recommender/parallel.h"

#include <cmath>
#include <vector>

namespace eigenboard::recommender {

namespace {

using Four = Eigen::Array<float, 4, 1>;

Eigen::Map<const Four, Eigen::Aligned16> fourAt(const float* place) {
  return Eigen::Map<const Four, Eigen::Aligned16>(place);
}

Eigen::Map<Four, Eigen::Aligned16> fourAt(float* place) {
  return Eigen::Map<Four, Eigen::Aligned16>(place);
}

/// Eight sums, of the products at the places that leave the same remainder by 8, added as
/// ((0+4)+(2+6)) + ((1+5)+(3+7)).
inline float innerProduct(const float* p, const float* q, int width) {
  Four even = Four::Zero();
  Four odd = Four::Zero();
  int k = 0;
  for (; k + 8 <= width; k += 8) {
    even += fourAt(p + k) * fourAt(q + k);
    odd += fourAt(p + k + 4) * fourAt(q + k + 4);
  }
  if (k < width)
    even += fourAt(p + k) * fourAt(q + k);
  const Four sums = even + odd;
  return (sums(0) + sums(2)) + (sums(1) + sums(3));
}

/// What a pass needs of the model, in the innermost loop.
struct FactorRows {
  float* userBias;
  float* itemBias;
  float* users;
  float* items;
  float mean;
};

/// Fixed is the padded number of factors where the compiler is to know it, else 0.
template <int Fixed>
double learnInOrder(std::span<const Sample> samples, const SgdSettings& settings, float rate,
                    const FactorRows& rows, int paddedWidth) {
  const int width = Fixed > 0 ? Fixed : paddedWidth;
  const float kept = 1 - rate * settings.regularization;
  double squares = 0;
  constexpr std::size_t ahead =
      6; // far enough for memory to answer, near enough for its answer to be still there
  for (std::size_t n = 0; n < samples.size(); ++n) {
    if (n + ahead < samples.size()) {
      const Sample& coming = samples[n + ahead];
      const float* const p = rows.users + static_cast<std::ptrdiff_t>(coming.user) * width;
      const float* const q = rows.items + static_cast<std::ptrdiff_t>(coming.item) * width;
      __builtin_prefetch(rows.userBias + coming.user, 1);
      __builtin_prefetch(rows.itemBias + coming.item, 1);
      for (int k = 0; k < width; k += 16) {
        __builtin_prefetch(p + k, 1);
        __builtin_prefetch(q + k, 1);
      }
    }
    const Sample& sample = samples[n];
    float* const p = rows.users + static_cast<std::ptrdiff_t>(sample.user) * width;
    float* const q = rows.items + static_cast<std::ptrdiff_t>(sample.item) * width;
    float& userBias = rows.userBias[sample.user];
    float& itemBias = rows.itemBias[sample.item];
    const float error = sample.value - (((rows.mean + userBias) + itemBias) + innerProduct(p, q, width));
    squares += static_cast<double>(error) * static_cast<double>(error);
    userBias += rate * (error - settings.biasRegularization * userBias);
    itemBias += rate * (error - settings.biasRegularization * itemBias);
    const float pull = rate * error;
    for (int k = 0; k < width; k += 4) {
      const Four before = fourAt(p + k);
      const Four other = fourAt(q + k);
      fourAt(p + k) = kept * before + pull * other;
      fourAt(q + k) = kept * other + pull * before;
    }
  }
  return squares;
}

/// The sum of the squared errors of a block.
double learnBlock(const TrainingOrder& order, std::size_t block, const SgdSettings& settings, float rate,
                  SgdState& state) {
  double squares = 0;
  Run place;
  for (const std::size_t begin : runsInEpoch(order, block, settings.seed, state.epoch))
    squares += learnFrom(shuffledRun(order, block, begin, settings.seed, state.epoch, place), settings, rate,
                         state.model);
  return squares;
}

} // namespace

SgdState sgdStart(const Ratings& ratings, const SgdSettings& settings) {
  SgdState state;
  state.model = initialModel(ratings, settings.factors, settings.initialScale, settings.seed);
  state.diverged = !state.model.allFinite();
  return state;
}

float rateOf(const SgdSettings& settings, int epoch) {
  float rate = settings.rate;
  for (int k = 0; k < epoch; ++k)
    rate *= settings.decay; // as often as that: std::pow differs between systems
  return rate;
}

double learnFrom(std::span<const Sample> samples, const SgdSettings& settings, float rate,
                 FactorModel& model) {
  const FactorRows rows{model.userBias.data(), model.itemBias.data(), model.userFactors.data(),
                        model.itemFactors.data(), model.mean};
  const int width = static_cast<int>(model.userFactors.rows());
  switch (width) {
  case 4:
    return learnInOrder<4>(samples, settings, rate, rows, width);
  case 8:
    return learnInOrder<8>(samples, settings, rate, rows, width);
  case 12:
    return learnInOrder<12>(samples, settings, rate, rows, width);
  case 16:
    return learnInOrder<16>(samples, settings, rate, rows, width);
  case 20:
    return learnInOrder<20>(samples, settings, rate, rows, width);
  default:
    return learnInOrder<0>(samples, settings, rate, rows, width);
  }
}

SgdState nextEpoch(const TrainingOrder& order, const SgdSettings& settings, SgdState state) {
  if (state.diverged)
    return state;
  const std::vector<std::size_t> blocks = blocksInEpoch(order, settings.seed, state.epoch);
  const float rate = rateOf(settings, state.epoch);
  std::vector<double> squares(blocks.size(), 0);
  for (int begin = 0; begin < static_cast<int>(blocks.size()); begin += order.threads)
    forEachIndex(order.threads, order.threads, [&](int k) {
      const auto at = static_cast<std::size_t>(begin + k);
      squares[at] = learnBlock(order, blocks[at], settings, rate, state);
    });
  double sum = 0;
  for (const double part : squares)
    sum += part;
  state.meanSquare = order.samples.empty() ? 0 : sum / static_cast<double>(order.samples.size());
  ++state.epoch;
  state.diverged = !std::isfinite(sum) || !state.model.allFinite();
  return state;
}

} // namespace eigenboard::recommender
