#pragma once

#include "core/numerics/random.h"
#include "core/numerics/tails.h"
#include "core/probability/family.h"
#include "core/probability/quantity.h"

namespace eigenboard::probability {

using numerics::Tails;

/// Of a distribution with impossible parameters every number here is NaN and every quantity undefined, and so
/// it is for x or a probability that is not a number. Formulas: the Digital Library of Mathematical Functions
/// for the special functions (core/numerics), Johnson, Kotz and others, Univariate Discrete Distributions and
/// Continuous Univariate Distributions, for the families. Cost of a call: below 1 µs, and for those that need
/// an incomplete gamma or beta function some √shape times 10 ns.

/// The least and the greatest value, which may be infinite.
struct Support {
  double least = std::numeric_limits<double>::quiet_NaN();
  double most = std::numeric_limits<double>::quiet_NaN();
};
Support support(const Distribution& distribution);

/// The density at x, or the probability of x for a discrete family; 0 outside the support and between whole
/// numbers, +∞ where a density has a pole.
double density(const Distribution& distribution, double x);

/// Its natural logarithm, which goes on where the density itself is too small for a double.
double logDensity(const Distribution& distribution, double x);

/// P(X ≤ x) and P(X > x).
Tails tails(const Distribution& distribution, double x);
inline double cumulative(const Distribution& distribution, double x) {
  return tails(distribution, x).lower;
}

/// P(a < X ≤ b), from the tails on the side where they are smaller; 0 for b ≤ a.
double probabilityBetween(const Distribution& distribution, double a, double b);

/// The least x with P(X ≤ x) ≥ p; the ends of the support for 0 and 1. NaN outside [0, 1].
double quantile(const Distribution& distribution, double p);

/// The least x with P(X > x) ≤ q, for a q too small to be told from 0 in 1 − q.
double upperQuantile(const Distribution& distribution, double q);

struct Moments {
  Quantity mean;
  Quantity variance;
  Quantity skewness;       ///< E((X − μ)/σ)³; undefined where the variance is 0
  Quantity excessKurtosis; ///< E((X − μ)/σ)⁴ − 3
};
Moments moments(const Distribution& distribution);

/// −E ln f(X) in nats; of a density it may be negative. Where there is no closed form it is summed over all
/// values that matter, and by the Euler–Maclaurin formula where those are many.
Quantity entropy(const Distribution& distribution);

/// Where the density or the probability is greatest, the least of several such whole numbers; undefined where
/// it is so over an interval or at two poles.
Quantity mode(const Distribution& distribution);

/// One number of the distribution. By inversion of a uniform number in (0, 1) where the quantile is quick;
/// gamma, chi-squared, beta, t and F from gamma numbers (Marsaglia and Tsang, "A simple method for generating
/// gamma variables", 2000), which take a few numbers of the generator more.
double sample(const Distribution& distribution, numerics::Random& random);

} // namespace eigenboard::probability
