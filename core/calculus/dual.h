#pragma once

#include <Eigen/Core>

#include <cmath>

namespace eigenboard::calculus {

/// A number with its derivative along one direction, to be the scalar of any computation that is written for
/// a scalar: run forward on it, the computation gives its directional derivative; run on it, a gradient gives
/// the product of the Hessian and the direction. Comparisons look at the value alone. Source: Griewank and
/// Walther, Evaluating Derivatives, section 3.1; Pearlmutter, "Fast exact multiplication by the Hessian",
/// 1994.
struct Dual {
  double value = 0;
  double slope = 0;

  Dual() = default;
  // Plain numbers are constants, and Eigen makes them where it needs a 0 or a 1.
  Dual(double number) : value(number) {} // NOLINT(google-explicit-constructor)
  Dual(double number, double derivative) : value(number), slope(derivative) {}

  Dual& operator+=(const Dual& b) { return *this = {value + b.value, slope + b.slope}; }
  Dual& operator-=(const Dual& b) { return *this = {value - b.value, slope - b.slope}; }
  Dual& operator*=(const Dual& b) { return *this = {value * b.value, slope * b.value + value * b.slope}; }
  Dual& operator/=(const Dual& b) {
    const double quotient = value / b.value;
    return *this = {quotient, (slope - quotient * b.slope) / b.value};
  }
  friend Dual operator+(Dual a, const Dual& b) { return a += b; }
  friend Dual operator-(Dual a, const Dual& b) { return a -= b; }
  friend Dual operator*(Dual a, const Dual& b) { return a *= b; }
  friend Dual operator/(Dual a, const Dual& b) { return a /= b; }
  friend Dual operator-(const Dual& a) { return {-a.value, -a.slope}; }
  friend bool operator>(const Dual& a, double b) { return a.value > b; }
  friend bool operator==(const Dual& a, const Dual& b) = default;
};

inline Dual tanh(const Dual& a) {
  const double t = std::tanh(a.value);
  return {t, (1 - t * t) * a.slope};
}
inline Dual exp(const Dual& a) {
  const double e = std::exp(a.value);
  return {e, e * a.slope};
}
inline Dual log1p(const Dual& a) {
  return {std::log1p(a.value), a.slope / (1 + a.value)};
}
inline Dual sqrt(const Dual& a) {
  const double root = std::sqrt(a.value);
  return {root, a.slope / (2 * root)};
}

} // namespace eigenboard::calculus

template <>
struct Eigen::NumTraits<eigenboard::calculus::Dual> : Eigen::NumTraits<double> {
  using Real = eigenboard::calculus::Dual;
  using NonInteger = eigenboard::calculus::Dual;
  using Nested = eigenboard::calculus::Dual;
  enum {
    IsComplex = 0,
    IsInteger = 0,
    IsSigned = 1,
    RequireInitialization = 1,
    ReadCost = 2,
    AddCost = 2,
    MulCost = 5
  };
};
