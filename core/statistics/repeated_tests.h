#pragma once

#include "core/statistics/hypothesis_tests.h"

#include <span>
#include <vector>

namespace eigenboard::statistics {

/// What looking again costs: for k = 1 … looks the probability that a true null hypothesis has been rejected
/// at level alpha at one of k looks at data that grow by equal parts, the experiment ending at the first
/// rejection. The density of the sum is carried from look to look over what has not been rejected (Armitage,
/// McPherson and Rowe 1969), by Gauss's rule with 160 points, to some 1e-13. Cost: 160² exponentials a look.
std::vector<double> errorOfPeeking(int looks, double alpha, Side side);

/// 1 − (1 − alpha)^tests: P(at least one rejection) of so many independent tests of true null hypotheses.
double errorOfFamily(int tests, double alpha);

/// Which of several p-values are significant, in their order.
/// Bonferroni: p ≤ alpha/count, so that P(any false rejection) ≤ alpha.
std::vector<bool> bonferroni(std::span<const double> p, double alpha);
/// Benjamini and Hochberg 1995: the k smallest, k the greatest with p₍ₖ₎ ≤ k alpha/count; keeps the expected
/// share of false ones among the rejections at alpha where the tests are independent.
std::vector<bool> benjaminiHochberg(std::span<const double> p, double alpha);

} // namespace eigenboard::statistics
