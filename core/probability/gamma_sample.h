#pragma once

#include "core/numerics/random.h"

namespace eigenboard::probability {

/// ln of a gamma number of that shape > 0 and rate 1: for small shapes the number itself is often too small
/// for a double. Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26,
/// 2000; below shape 1 by their section 6. Cost: 2 to 3 numbers of the generator on average.
double logOfGammaSample(double shape, numerics::Random& random);

/// In (0, 1), the middle of one of 2^52 equal parts.
double openUniform(numerics::Random& random);

} // namespace eigenboard::probability
