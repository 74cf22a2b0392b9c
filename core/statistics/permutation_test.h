#pragma once

#include "core/numerics/random.h"
#include "core/statistics/hypothesis_tests.h"

#include <span>
#include <vector>

namespace eigenboard::statistics {

// If it makes no difference who is in which group, the labels can be dealt out anew: the difference of means
// that was seen is one of all those that dealing gives (Fisher 1935).

/// mean of the rest − mean of the first firstCount values.
double differenceOfMeans(std::span<const double> values, int firstCount);

/// The values with the first group dealt out anew, each choice as likely (Fisher and Yates): firstCount
/// numbers of the generator, the i-th of which takes a value out of those from i on.
std::vector<double> dealtAnew(std::span<const double> values, int firstCount, numerics::Random& random);

/// Whether a difference is at least as extreme as the observed one; those within rounding of it count.
bool isAsExtreme(double difference, double observed, Side side);

/// (1 + count)/(1 + dealt): the observed way of dealing is one of the possible ones, so p is never 0.
double permutationP(int asExtreme, int dealt);

/// p over all ways of dealing, for at most 20 values in all; NaN for more, and for an empty group. Cost: as
/// many as there are ways, 184756 for 10 and 10.
double exactPermutationP(std::span<const double> values, int firstCount, Side side);

} // namespace eigenboard::statistics
