#pragma once

#include <functional>
#include <span>

namespace eigenboard::probability {

/// Where the steps of a sample's distribution function are furthest from a law's.
struct StepGap {
  double distance = 0; ///< the Kolmogorov–Smirnov distance; NaN for an empty sample
  double at = 0;       ///< the value of the sample at whose step it is
  double share = 0;    ///< of the sample at or below it, or below it where the gap is before the step
  double law = 0;      ///< the law's there, or just before it
};

/// sorted: the sample, rising. below(x): the law's P(X < x); upTo(x): P(X ≤ x). Cost: two calls a value.
/// Source: Kolmogorov 1933; Wasserman, "All of Statistics", section 7.1.
StepGap greatestGap(std::span<const double> sorted, const std::function<double(double)>& below,
                    const std::function<double(double)>& upTo);

/// What the distance of n samples of a continuous law exceeds one time in twenty, for n above some 35:
/// 1.3581/√n; of a discrete law still less often. NaN for n = 0. Source: Smirnov 1948.
double criticalGap(int n);

} // namespace eigenboard::probability
