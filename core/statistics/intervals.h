#pragma once

#include "core/statistics/likelihood.h"

#include <limits>
#include <span>

namespace eigenboard::statistics {

/// Two ends computed from data by a procedure. Its level is a property of the procedure: of the intervals it
/// gives for many samples that share contains the truth. NaN where there is none.
struct Interval {
  double low = std::numeric_limits<double>::quiet_NaN();
  double high = std::numeric_limits<double>::quiet_NaN();

  bool contains(double value) const { return value >= low && value <= high; }
  double width() const { return high - low; }
};

/// The z with P(|Z| ≤ z) = level for a standard normal Z; level in (0, 1).
double twoSidedNormal(double level);
/// The same for Student's t with so many degrees of freedom, at least 1.
double twoSidedStudent(double level, int freedom);

/// Wald's interval, θ̂ ± z/√I(θ̂): where the parabola that touches the log-likelihood at its top has fallen by
/// z²/2. Of width 0 where I is infinite. Source: chapter 8.3.
Interval waldInterval(const Observed& observed, double level);

/// All θ whose log-likelihood is at most z²/2 below the maximum (Wilks 1938). Ends where θ cannot be beyond
/// are 0 or 1. Each end by bisection to the last digits. Cost: some 100 evaluations.
Interval likelihoodInterval(const Observed& observed, double level);

/// Equal tails of a belief: P(θ below) = P(θ above) = (1 − level)/2.
Interval credibleInterval(const Belief& belief, double level);

/// The chance p at which so few successes or fewer have probability 1 − level: an upper limit with exact
/// coverage at least level. 1 for n successes. For 0 successes 1 − (1 − level)^(1/n), at 95 % about 3/n, the
/// rule of three. Source: Clopper and Pearson 1934.
double exactUpperLimit(int successes, int n, double level);

enum class MeanProcedure : std::uint8_t {
  Student,     ///< x̄ ± t s/√n
  KnownSpread, ///< x̄ ± z σ/√n
  NormalWithS, ///< x̄ ± z s/√n, which takes the estimate s for the spread itself
};
/// For the mean, from at least 2 values. sigma: of KnownSpread.
Interval meanInterval(std::span<const double> values, double level, MeanProcedure procedure, double sigma);

/// The share of samples of n normal values for which the interval contains the mean.
double normalCoverage(int n, double level, MeanProcedure procedure);

/// Mean squared error of an estimator and its two parts.
struct Risk {
  double bias = 0;
  double variance = 0;

  double meanSquaredError() const { return bias * bias + variance; }
};
/// Of weight · S² for the variance, S² with n − 1. excessKurtosis: of the population, 0 for the normal law. n
/// ≥ 2.
Risk scaledVarianceRisk(double weight, int n, double sigma, double excessKurtosis);
/// The weight with the least mean squared error: (n − 1)/(n + 1) for the normal law.
double bestVarianceWeight(int n, double excessKurtosis);
/// Of weight · x̄ + (1 − weight) · guess for the mean.
Risk shrunkMeanRisk(double weight, int n, double mean, double sigma, double guess);
double bestMeanWeight(int n, double mean, double sigma, double guess);

} // namespace eigenboard::statistics
