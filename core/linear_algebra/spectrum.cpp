#include "core/linear_algebra/spectrum.h"

#include "core/linear_algebra/scaling.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// The parts of a matrix scaled by 2^-exponent: m I + [p, b; c, −p].
struct Parts {
  int exponent = 0;
  double a = 0;
  double b = 0;
  double c = 0;
  double d = 0;
  double mean = 0;
  double halfDifference = 0;
  ScaledNumber quarterDiscriminant;
  double root = 0; ///< of its absolute value
  SpectrumKind kind = SpectrumKind::RealDistinct;
};

Parts partsOf(const Eigen::Matrix2d& A) {
  Parts parts;
  parts.exponent = binaryExponent(A);
  const Eigen::Matrix2d scaled = scaledByPowerOfTwo(A, -parts.exponent);
  parts.a = scaled(0, 0);
  parts.b = scaled(0, 1);
  parts.c = scaled(1, 0);
  parts.d = scaled(1, 1);
  const double p = parts.halfDifference = (parts.a - parts.d) / 2;
  parts.mean = (parts.a + parts.d) / 2;
  parts.quarterDiscriminant = differenceOfProducts(p, p, -parts.b, parts.c);
  const double rounding =
      4 * epsilon *
      (std::abs(p) * std::max(std::abs(parts.a), std::abs(parts.d)) + std::abs(parts.b * parts.c));
  if (std::abs(parts.quarterDiscriminant.toDouble()) <= rounding)
    parts.kind = SpectrumKind::Repeated;
  else if (parts.quarterDiscriminant.value < 0)
    parts.kind = SpectrumKind::ComplexPair;
  // Half the exponent, so that the root of what underflows is still there.
  const long half = parts.quarterDiscriminant.exponent / 2;
  const ScaledNumber rest{std::abs(parts.quarterDiscriminant.value),
                          parts.quarterDiscriminant.exponent - 2 * half};
  parts.root = ScaledNumber{std::sqrt(rest.toDouble()), half}.toDouble();
  return parts;
}

Eigen::Vector2d unit(double x, double y) {
  return Eigen::Vector2d(x, y).stableNormalized();
}

Spectrum distinct(const Parts& parts) {
  Spectrum result;
  const double p = parts.halfDifference;
  const double root = parts.root;
  const double larger = parts.mean >= 0 ? parts.mean + root : parts.mean - root;
  // The mean and the root cannot both vanish, since the discriminant exceeds its tolerance.
  ScaledNumber smaller = differenceOfProducts(parts.a, parts.d, parts.b, parts.c);
  smaller.value /= larger;
  // By Cayley–Hamilton the columns of A − λ₂I are eigenvectors of λ₁ and the other way round; of the two
  // columns the one whose diagonal entry adds two numbers of one sign.
  const Eigen::Vector2d ofPlus = p >= 0 ? unit(p + root, parts.c) : unit(parts.b, root - p);
  const Eigen::Vector2d ofMinus = p >= 0 ? unit(-parts.b, p + root) : unit(root - p, -parts.c);
  const bool plusFirst = parts.mean >= 0;
  result.eigenvalues = {larger, parts.mean == 0 ? -larger : smaller.toDouble()};
  result.eigenvectors = plusFirst ? std::vector{ofPlus, ofMinus} : std::vector{ofMinus, ofPlus};
  return result;
}

Spectrum repeated(const Parts& parts) {
  Spectrum result;
  result.kind = SpectrumKind::Repeated;
  result.eigenvalues = {parts.mean, parts.mean};
  const double p = parts.halfDifference;
  const double offIdentity = std::max({std::abs(p), std::abs(parts.b), std::abs(parts.c)});
  if (offIdentity <= 4 * epsilon * std::max(std::abs(parts.a), std::abs(parts.d))) {
    result.eigenvectors = {Eigen::Vector2d::UnitX(), Eigen::Vector2d::UnitY()};
    return result;
  }
  // A − mI squares to zero, so its column space is its null space: the only eigen-line.
  result.independentEigenvectors = 1;
  result.eigenvectors = {std::abs(parts.c) > std::abs(parts.b) ? unit(p, parts.c) : unit(parts.b, -p)};
  return result;
}

} // namespace

std::optional<Spectrum> spectrum(const Eigen::Matrix2d& A) {
  if (!A.allFinite())
    return std::nullopt;
  const Parts parts = partsOf(A);
  Spectrum result;
  switch (parts.kind) {
  case SpectrumKind::RealDistinct:
    result = distinct(parts);
    break;
  case SpectrumKind::Repeated:
    result = repeated(parts);
    break;
  case SpectrumKind::ComplexPair: {
    const double imaginary = parts.root;
    result.kind = SpectrumKind::ComplexPair;
    result.eigenvalues = {std::complex(parts.mean, imaginary), std::complex(parts.mean, -imaginary)};
    break;
  }
  }
  result.discriminant = ScaledNumber{parts.quarterDiscriminant.value,
                                     parts.quarterDiscriminant.exponent + 2 * parts.exponent + 2}
                            .toDouble();
  for (std::complex<double>& eigenvalue : result.eigenvalues)
    eigenvalue = {std::ldexp(eigenvalue.real(), parts.exponent),
                  std::ldexp(eigenvalue.imag(), parts.exponent)};
  return result;
}

std::optional<RotationForm> rotationForm(const Eigen::Matrix2d& A) {
  if (!A.allFinite())
    return std::nullopt;
  const Parts parts = partsOf(A);
  if (parts.kind != SpectrumKind::ComplexPair)
    return std::nullopt;
  const double imaginary = parts.root;
  const double sense = parts.c > 0 ? 1 : -1;
  const double p = parts.halfDifference;
  const Eigen::Matrix2d G = Eigen::Matrix2d{{parts.c, -p}, {-p, -parts.b}} * (sense / imaginary);
  const Eigen::Matrix2d inverseOfG{{G(1, 1), -G(0, 1)}, {-G(1, 0), G(0, 0)}};
  // The square root of a positive definite 2×2 matrix of determinant 1 (Cayley–Hamilton).
  const double norm = std::sqrt(G.trace() + 2);
  RotationForm form;
  form.P = (inverseOfG + Eigen::Matrix2d::Identity()) / norm;
  form.inverse = (G + Eigen::Matrix2d::Identity()) / norm;
  form.modulus = std::ldexp(std::hypot(parts.mean, imaginary), parts.exponent);
  form.angle = std::atan2(sense * imaginary, parts.mean);
  return form;
}

} // namespace eigenboard::linear_algebra
