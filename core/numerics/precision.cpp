#include "core/numerics/precision.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::numerics {

namespace {

/// The exponent e of the spacing 2^e of a format at x, which is finite.
int exponentOfSpacing(const Format& format, double x) {
  const int exponent = x == 0 ? format.smallestExponent : std::ilogb(x);
  return std::max(exponent, format.smallestExponent) - format.significantBits + 1;
}

} // namespace

double Format::epsilon() const {
  return std::ldexp(1, 1 - significantBits);
}

double Format::largest() const {
  return std::ldexp(2 - epsilon(), largestExponent);
}

double Format::smallestNormal() const {
  return std::ldexp(1, smallestExponent);
}

double Format::smallestSubnormal() const {
  return std::ldexp(1, smallestExponent - significantBits + 1);
}

Format formatOf(Precision precision) {
  switch (precision) {
  case Precision::Single:
    return {24, -126, 127};
  case Precision::Half:
    return {11, -14, 15};
  case Precision::BFloat16:
    return {8, -126, 127};
  case Precision::Double:
    break;
  }
  return {};
}

double rounded(Precision precision, double x) {
  if (precision == Precision::Double || !std::isfinite(x))
    return x;
  const Format format = formatOf(precision);
  const int exponent = exponentOfSpacing(format, x);
  // Exact but for the rounding to a whole number of spacings: x has at most 53 bits, and no power of two that
  // is met here leaves the range of double.
  const double nearest = std::ldexp(std::nearbyint(std::ldexp(x, -exponent)), exponent);
  return std::abs(nearest) > format.largest() ? std::copysign(std::numeric_limits<double>::infinity(), x)
                                              : nearest;
}

double spacing(Precision precision, double x) {
  const double number = rounded(precision, x);
  if (!std::isfinite(number))
    return std::numeric_limits<double>::quiet_NaN();
  return std::ldexp(1, exponentOfSpacing(formatOf(precision), number));
}

double add(Precision precision, double a, double b) {
  return rounded(precision, rounded(precision, a) + rounded(precision, b));
}

double subtract(Precision precision, double a, double b) {
  return rounded(precision, rounded(precision, a) - rounded(precision, b));
}

double multiply(Precision precision, double a, double b) {
  return rounded(precision, rounded(precision, a) * rounded(precision, b));
}

double divide(Precision precision, double a, double b) {
  return rounded(precision, rounded(precision, a) / rounded(precision, b));
}

double squareRoot(Precision precision, double a) {
  return rounded(precision, std::sqrt(rounded(precision, a)));
}

} // namespace eigenboard::numerics
