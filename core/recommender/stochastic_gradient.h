#pragma once

#include "core/recommender/factor_model.h"
#include "core/recommender/training_order.h"

#include <span>

namespace eigenboard::recommender {

struct SgdSettings {
  int factors = 50;
  float rate = 0.015F;              ///< η of the first epoch
  float decay = 0.98F;              ///< the rate of each epoch is that of the one before times this
  float regularization = 0.05F;     ///< λ of the factors
  float biasRegularization = 0.02F; ///< λ of the biases
  float initialScale = 0.01F;       ///< standard deviation of the factors at the start
  std::uint64_t seed = 1;           ///< of the factors and of the order of the ratings
};

struct SgdState {
  int epoch = 0; ///< epochs behind it
  FactorModel model;
  double meanSquare = 0; ///< of the errors of the last epoch, each as it was met, before it was learnt from
  bool diverged =
      false; ///< an error or a parameter of the last epoch is not finite; such a state stays as it is
};

SgdState sgdStart(const Ratings& ratings, const SgdSettings& settings);

/// Once through all ratings; for each, with e = r − r̂,
///   b ← b + η (e − λ_b b), c likewise, p ← (1 − ηλ) p + ηe q, q ← (1 − ηλ) q + ηe p,
/// the p and q on the right being those before. In single precision, the sum pᵀq in eight parts (of the
/// factors at places that leave the same remainder by 8), so that every machine gets the same bits. The
/// result depends on the seed and on the number of threads, not on how they run. Takes the state by value: a
/// host that keeps no history moves it in and nothing is copied. Cost: 20 ns a rating at 10 factors. Source:
/// Koren, Bell and Volinsky 2009; Funk 2006.
SgdState nextEpoch(const TrainingOrder& order, const SgdSettings& settings, SgdState state);

/// The same for samples in the order given, on the caller's thread: what one block of an epoch does. Gives
/// the sum of the squared errors.
double learnFrom(std::span<const Sample> samples, const SgdSettings& settings, float rate,
                 FactorModel& model);

/// η of an epoch, counted from 0.
float rateOf(const SgdSettings& settings, int epoch);

} // namespace eigenboard::recommender
