#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace eigenboard::probability {

/// A number that describes a distribution, or why there is none.
struct Quantity {
  enum class Kind : std::uint8_t {
    Number,
    Infinite,  ///< the sum or integral grows without bound
    Undefined, ///< there is no such number: two infinite parts of opposite sign, or 0 divided by 0
    TooLarge,  ///< a number, but none that a double can hold
  };
  Kind kind = Kind::Undefined;
  double value = std::numeric_limits<double>::quiet_NaN(); ///< +∞ when infinite or too large

  bool isNumber() const { return kind == Kind::Number; }
};

inline Quantity infiniteQuantity() {
  return {Quantity::Kind::Infinite, std::numeric_limits<double>::infinity()};
}

/// The number, or TooLarge where it is not finite.
inline Quantity numberOf(double value) {
  if (std::isfinite(value))
    return {Quantity::Kind::Number, value};
  return {Quantity::Kind::TooLarge, std::numeric_limits<double>::infinity()};
}

} // namespace eigenboard::probability
