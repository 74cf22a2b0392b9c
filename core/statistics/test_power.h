#pragma once

#include "core/statistics/hypothesis_tests.h"

namespace eigenboard::statistics {

// Two groups of n, means compared by z with a known spread of 1: an effect of d spreads moves z from N(0, 1)
// to N(d √(n/2), 1).

/// d √(n/2).
double shiftOfZ(double effect, double n);

/// The probability that the test at level alpha rejects when z is N(shift, 1): its power, and at a shift of 0
/// alpha itself. With Side::Both rejections on the wrong side count too.
double powerOfZ(double shift, double alpha, Side side);

/// The least whole n of at least 2 per group with the wanted power (in (alpha, 1)) at this effect ≥ 0;
/// infinite for an effect of 0. Beyond 1e9 it is the formula 2 ((z_α + z_β)/d)², rounded up.
double neededSize(double effect, double alpha, double wantedPower, Side side);

} // namespace eigenboard::statistics
