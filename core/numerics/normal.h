#pragma once

#include "core/numerics/random.h"

namespace eigenboard::numerics {

/// The z below which a standard normal number lies with probability p: −∞ at 0, +∞ at 1, NaN outside.
/// Relative error about 1e-15. Cost: two polynomials of degree 7. Source: Wichura, "Algorithm AS 241: the
/// percentage points of the normal distribution", 1988.
double normalQuantile(double p);

/// A standard normal number by inversion, which takes one number of the generator. Between −1.44 and 1.44
/// (six of seven) it is made of + − × ÷ alone, so that it does not depend on a system's logarithm.
double standardNormal(Random& random);

} // namespace eigenboard::numerics
