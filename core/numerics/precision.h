#pragma once

#include <cstdint>

namespace eigenboard::numerics {

/// Binary floating-point formats; the three small ones live here as doubles that they can hold.
enum class Precision : std::uint8_t {
  Double,   ///< IEEE 754 binary64
  Single,   ///< binary32
  Half,     ///< binary16
  BFloat16, ///< the upper half of binary32: its range, with 8 bits
};

/// A format's p significant bits and its range of exponents: normal numbers are ±1.b₁b₂… · 2^e with e from
/// smallestExponent to largestExponent = 1 − smallestExponent.
struct Format {
  int significantBits = 53;
  int smallestExponent = -1022;
  int largestExponent = 1023;

  double epsilon() const;           ///< 2^(1−p), from 1 to the next number; half of it is the unit roundoff
  double largest() const;           ///< (2 − epsilon) · 2^largestExponent
  double smallestNormal() const;    ///< 2^smallestExponent
  double smallestSubnormal() const; ///< epsilon · smallestNormal
};

Format formatOf(Precision precision);

/// The number of the format that is nearest to x; of two as near, that with an even last bit (IEEE 754's
/// default). Below the normal numbers the subnormal ones are used, down to a zero of the sign of x; from
/// largest + half a spacing on, infinity. NaN stays NaN. Rounded once, also to bfloat16, which PyTorch
/// reaches from a double by way of single. Cost: below 0.1 µs.
double rounded(Precision precision, double x);

/// From |x| to the next larger number of the format, x rounded to it first: 2^(1−p) times the power of two at
/// or below |x|, and smallestSubnormal below the normal numbers. At the largest number: what it would be if
/// the exponents went on. NaN for infinity and NaN.
double spacing(Precision precision, double x);

/// One operation as hardware of that format does it: the operands rounded to the format, and the result.
/// Computing in double and rounding once more is the same as rounding the exact result, because 53 ≥ 2p + 2
/// for p = 24, 11 and 8: double rounding is innocuous for + − × ÷ and √ (Figueroa, "When is double rounding
/// innocuous?", ACM SIGNUM Newsletter 30, 1995), and no less below the normal numbers, where a result has
/// fewer bits. It would not be for the other functions, nor for a sum of three terms: round after every
/// operation.
double add(Precision precision, double a, double b);
double subtract(Precision precision, double a, double b);
double multiply(Precision precision, double a, double b);
double divide(Precision precision, double a, double b);
double squareRoot(Precision precision, double a);

} // namespace eigenboard::numerics
