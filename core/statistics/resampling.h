#pragma once

#include "core/numerics/random.h"

#include <functional>
#include <span>
#include <vector>

namespace eigenboard::statistics {

/// A number in (0, 1), never an end: the middle of one of 2^52 equal parts.
double unitNumber(numerics::Random& random);

/// As many values as the sample has, each drawn from it with replacement, all as likely. One number of the
/// generator each. Efron, "Bootstrap methods: another look at the jackknife", 1979.
std::vector<double> resample(std::span<const double> sample, numerics::Random& random);

/// An interval of a bootstrap distribution: the quantiles that leave the same share outside on both sides.
/// Efron's percentile interval. NaN of none.
struct PercentileInterval {
  double low = 0;
  double high = 0;
};
PercentileInterval percentileInterval(std::span<const double> estimates, double confidence);

/// The greatest distance between the step function of sorted values and a distribution function: the
/// statistic of Kolmogorov and Smirnov. NaN of none.
double kolmogorovDistance(std::span<const double> sorted, const std::function<double(double)>& cumulative);

/// The distribution function of a normal law; a step where the spread is 0.
double normalCumulative(double x, double mean, double spread);

} // namespace eigenboard::statistics
