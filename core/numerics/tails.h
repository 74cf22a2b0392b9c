#pragma once

#include <limits>

namespace eigenboard::numerics {

/// The two parts that a point divides a probability into. Each is computed for itself where it is small, so
/// that 1e-200 keeps its digits, which one minus the other would lose. NaN where there is no answer.
struct Tails {
  double lower = std::numeric_limits<double>::quiet_NaN(); ///< P(X ≤ x)
  double upper = std::numeric_limits<double>::quiet_NaN(); ///< P(X > x)
};

inline Tails swapped(const Tails& tails) {
  return {tails.upper, tails.lower};
}

/// From the lower one of the two, the other as its complement.
inline Tails fromLower(double lower) {
  return {lower, 1 - lower};
}

inline Tails fromUpper(double upper) {
  return {1 - upper, upper};
}

} // namespace eigenboard::numerics
