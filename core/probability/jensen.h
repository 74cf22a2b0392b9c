#pragma once

#include "core/probability/finite_law.h"

#include <cstdint>

namespace eigenboard::probability {

/// Functions that are convex on the whole line, but for the last one, which is concave.
enum class Bend : std::uint8_t {
  Square,      ///< x²
  Exponential, ///< e^(x/2)
  Absolute,    ///< |x|
  Rectifier,   ///< max(0, x)
  Softplus,    ///< ln(1 + e^x)
  Logarithm,   ///< ln(x + 5), for x above −5
};

double bentValue(Bend g, double x);

/// A slope of a line that touches the curve at x and lies on one side of it; at a corner the middle one.
double bentSlope(Bend g, double x);

/// Jensen's inequality: E g(X) ≥ g(E X) for a convex g, ≤ for a concave one, equal when g is a line where X
/// is.
struct JensenGap {
  double meanOfG = 0;
  double gOfMean = 0;
  double gap() const { return meanOfG - gOfMean; }
};
JensenGap jensenGap(const FiniteLaw& law, Bend g);

} // namespace eigenboard::probability
