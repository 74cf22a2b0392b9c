#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace eigenboard::linear_algebra {

/// The e with max |a_ij| in [2^(e-1), 2^e); 0 for a matrix without entries or of zeros. A is finite.
inline int binaryExponent(const Eigen::Ref<const Eigen::MatrixXd>& A) {
  int exponent = 0;
  if (A.size() > 0)
    std::frexp(A.cwiseAbs().maxCoeff(), &exponent);
  return exponent;
}

/// 2^exponent · A, without rounding unless an entry leaves the range of double.
inline Eigen::MatrixXd scaledByPowerOfTwo(const Eigen::Ref<const Eigen::MatrixXd>& A, int exponent) {
  return A.unaryExpr([exponent](double entry) { return std::ldexp(entry, exponent); });
}

/// A number kept apart from its power of two, value · 2^exponent, where a double alone could over- or
/// underflow.
struct ScaledNumber {
  double value = 0;
  long exponent = 0;

  double toDouble() const {
    return std::ldexp(value, static_cast<int>(std::clamp(exponent, -10000L, 10000L)));
  }
};

/// x y − z w to about one rounding, also where the products cancel (Kahan), at any scale. Arguments are
/// finite.
inline ScaledNumber differenceOfProducts(double x, double y, double z, double w) {
  int exponents[4];
  x = std::frexp(x, &exponents[0]);
  y = std::frexp(y, &exponents[1]);
  z = std::frexp(z, &exponents[2]);
  w = std::frexp(w, &exponents[3]);
  const int first = exponents[0] + exponents[1];
  const int second = exponents[2] + exponents[3];
  // A product of zero has no say in the scale.
  const int common = x * y == 0 ? second : z * w == 0 ? first : std::max(first, second);
  x = std::ldexp(x, first - common);
  z = std::ldexp(z, second - common);
  const double subtracted = z * w;
  const double lost = std::fma(-z, w, subtracted);
  return {std::fma(x, y, -subtracted) + lost, common};
}

} // namespace eigenboard::linear_algebra
