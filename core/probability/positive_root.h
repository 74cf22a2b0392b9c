#pragma once

#include "core/numerics/tails.h"

#include <functional>

namespace eigenboard::probability {

/// A law of positive numbers at one of them: its tails, and w times its density, which is how fast the lower
/// one grows with ln w.
struct TailsAndSlope {
  numerics::Tails tails;
  double slope = 0;
};

/// The w > 0 whose tails are the target's, found from the smaller of the two: Newton's method for its
/// logarithm over ln w, in which the tails of gamma and beta laws are nearly straight, within a bracket that
/// is halved where a step would leave it. 0 where w is too small for a double, +∞ where it is too large.
/// start > 0. Cost: some 5 to 12 calls.
double positiveRoot(const std::function<TailsAndSlope(double w)>& law, const numerics::Tails& target,
                    double start);

} // namespace eigenboard::probability
