#pragma once

#include "core/numerics/tails.h"

namespace eigenboard::numerics {

/// x ln (x/m) − x + m for x ≥ 0, m > 0: at least 0, to a few roundings of itself however near x is to m. It
/// is what a Poisson or binomial probability loses by x being off its mean m, in nats. Source: Loader 2000
/// (as for stirlingError), whose series is used for x/m between ½ and 2, so that no large terms cancel.
double deviance(double x, double m);

/// The same where x − m is known better than m, which has been rounded.
double deviance(double x, double m, double difference);

/// ln (x^a e^−x/Γ(a + 1)) for a ≥ 0, x ≥ 0: the Poisson probability of a at mean x, for any real a. To
/// some 1e-15 (1 + its size + |ln a|).
double logPoissonTerm(double a, double x);

/// P(a, x) = γ(a, x)/Γ(a), below, and Q(a, x) = 1 − P, above: the tails at x of a gamma distribution of shape
/// a > 0 and rate 1. Relative error some 1e-14 where a term e^−700 or above stands before it. NaN outside
/// a > 0, x ≥ 0. Cost: some √a + 20 terms. Source: DLMF 8.7.1, 8.11.4 (series), 8.9.2 (continued fraction, by
/// Lentz's method as modified by Thompson and Barnett, 1986).
Tails incompleteGamma(double a, double x);

} // namespace eigenboard::numerics
