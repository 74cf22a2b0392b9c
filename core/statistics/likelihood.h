#pragma once

#include "core/probability/distribution.h"

#include <cstdint>
#include <vector>

namespace eigenboard::statistics {

/// Families with one unknown number θ.
enum class OneParameter : std::uint8_t {
  NormalMean,   ///< θ is the mean, the spread is known
  NormalSpread, ///< θ is the spread, the mean is known
  Bernoulli,    ///< θ is the chance of 1; values are 0 and 1
  Poisson,      ///< θ is the mean count; values are whole
  Exponential,  ///< θ is the rate; values are at least 0
};

/// Independent values of one law. known: the spread > 0 of NormalMean, the mean of NormalSpread.
struct Observed {
  OneParameter family = OneParameter::NormalMean;
  std::vector<double> values;
  double known = 1;

  int count() const { return static_cast<int>(values.size()); }
  double sum() const;
};

/// The law of one value at θ. θ > 0, for NormalMean any, for Bernoulli in [0, 1].
probability::Distribution lawAt(const Observed& observed, double theta);

/// ln of the density of all values at θ, summed; 0 without values. Cost: n logarithms.
double logLikelihood(const Observed& observed, double theta);

/// The product of the densities as a double multiplies them: 0 where it is below some 1e-324, though its
/// logarithm is a harmless number.
double likelihoodProduct(const Observed& observed, double theta);

/// The θ at which the values are most probable, in closed form; it may lie at an end: 0, 1, ∞. NaN without
/// values.
double maximumLikelihood(const Observed& observed);

/// The log-likelihood at θ less its maximum, from a formula in which nothing large cancels. −∞ where θ cannot
/// be; NaN where there is no maximum inside (no values; all values at the known mean; all waiting times 0).
double logLikelihoodRatio(const Observed& observed, double theta);

/// dℓ/dθ: 0 at the maximum, if that is inside.
double score(const Observed& observed, double theta);

/// Fisher's information of all values, E (dℓ/dθ)² = −E d²ℓ/dθ² at θ. In these families −d²ℓ/dθ² at the
/// maximum is the same number. Its inverse bounds the variance of every unbiased estimator (Cramér 1946, Rao
/// 1945). ∞ at the ends where the law has no variance; 0 without values.
double fisherInformation(const Observed& observed, double theta);

/// The second derivative of the log-likelihood itself.
double curvature(const Observed& observed, double theta);

/// A belief about θ of the family that stays in itself (conjugate), told by its guess and by the number of
/// values it weighs as much as: the normal law, for NormalSpread the inverse gamma law of θ² (guess: root of
/// its scale), beta, and gamma for both rates. strength > 0.
struct Belief {
  OneParameter family = OneParameter::NormalMean;
  /// Of θ; for NormalSpread of the precision 1/θ².
  probability::Distribution law;

  double density(double theta) const;
  double logDensity(double theta) const;
  double mean() const; ///< NaN where there is none
  double mode() const; ///< of the density in θ; NaN where there are several or it is at an open end
  double quantile(double p) const;
};
/// known: of NormalMean, the spread of a value.
Belief prior(OneParameter family, double known, double guess, double strength);

/// Bayes' rule: the belief after the values. Source: chapter 8.3; Gelman and others, Bayesian Data
/// Analysis, 2.
Belief posterior(const Belief& prior, const Observed& observed);

} // namespace eigenboard::statistics
