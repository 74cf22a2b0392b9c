#pragma once

#include "core/numerics/tails.h"

namespace eigenboard::numerics {

/// ln (Γ(a + b + 1)/(Γ(a + 1) Γ(b + 1)) x^a y^b) for a, b ≥ 0 and y = 1 − x: the binomial probability of a
/// successes and b failures, for any real a and b. To some 1e-15 (1 + its size + |ln a| + |ln b|).
/// Source: Loader 2000, as for stirlingError (gamma_function.h).
double logBinomialTerm(double a, double b, double x, double y);

/// I_x(a, b), below, and I_y(b, a) = 1 − I_x(a, b), above: the tails at x of the beta distribution. y = 1 − x
/// is given too, since 1 − x has lost what is small. a, b > 0, x and y in [0, 1]; NaN otherwise. Relative
/// error some 1e-14 up to a, b of 1e6, growing as the condition of the problem, √a. Cost: some √max(a, b) +
/// 20 terms. Source: DiDonato and Morris, "Significant digit computation of the incomplete beta function
/// ratios", ACM TOMS 18, 1992, equation 9 (the even part of the continued fraction DLMF 8.17.22, whose terms
/// do not cancel), and DLMF 8.17.7 (series, for small a).
Tails incompleteBeta(double a, double b, double x, double y);

} // namespace eigenboard::numerics
