#include "core/optimization/newton.h"

#include "core/linear_algebra/scaling.h"

#include <Eigen/Eigenvalues>

#include <cmath>
#include <limits>

namespace eigenboard::optimization {

namespace {

constexpr double flat = 0x1p-50; ///< λmin/λmax of a matrix that is singular to rounding

/// Of entries of at most 1 in modulus.
double scaledDeterminant(const Eigen::Matrix2d& H) {
  return linear_algebra::differenceOfProducts(H(0, 0), H(1, 1), H(0, 1), H(1, 0)).toDouble();
}

bool isInvertible(const Eigen::Matrix2d& H, double determinant) {
  // |det| over the sum of λ² is |λ|min/|λ|max to first order.
  return std::abs(determinant) > flat * H.squaredNorm();
}

bool isScaledPositiveDefinite(const Eigen::Matrix2d& H) {
  const double determinant = scaledDeterminant(H);
  return isInvertible(H, determinant) && determinant > 0 && H(0, 0) > 0;
}

/// −(2^exponent · H)⁻¹ g by Cramer's rule.
Eigen::Vector2d plainStep(const Eigen::Vector2d& g, const Eigen::Matrix2d& H, double determinant,
                          int exponent) {
  const auto quotient = [determinant, exponent](double x, double y, double z, double w) {
    linear_algebra::ScaledNumber number = linear_algebra::differenceOfProducts(x, y, z, w);
    number.value /= determinant;
    number.exponent -= exponent;
    return number.toDouble();
  };
  return {quotient(g(1), H(0, 1), g(0), H(1, 1)), quotient(g(0), H(1, 0), g(1), H(0, 0))};
}

} // namespace

bool isPositiveDefinite(const Eigen::Matrix2d& hessian) {
  return hessian.allFinite() && isScaledPositiveDefinite(linear_algebra::scaledByPowerOfTwo(
                                    hessian, -linear_algebra::binaryExponent(hessian)));
}

double largestCurvature(const Eigen::Matrix2d& hessian) {
  if (!hessian.allFinite())
    return std::numeric_limits<double>::quiet_NaN();
  const double mean = hessian(0, 0) / 2 + hessian(1, 1) / 2;
  return mean + std::hypot(hessian(0, 0) / 2 - hessian(1, 1) / 2, hessian(0, 1));
}

Eigen::Vector2d newtonStep(const Eigen::Vector2d& gradient, const Eigen::Matrix2d& hessian) {
  if (!gradient.allFinite() || !hessian.allFinite())
    return Eigen::Vector2d::Constant(std::numeric_limits<double>::quiet_NaN());
  if (hessian.isZero(0))
    return -gradient;
  const int exponent = linear_algebra::binaryExponent(hessian);
  const Eigen::Matrix2d H = linear_algebra::scaledByPowerOfTwo(hessian, -exponent);
  const double determinant = scaledDeterminant(H);
  if (isInvertible(H, determinant) && determinant > 0) {
    const Eigen::Vector2d step = plainStep(gradient, H, determinant, exponent);
    return H(0, 0) > 0 ? step : -step;
  }
  if (isInvertible(H, determinant)) {
    // sign(H) = (2H − tr H)/(λmax − λmin), and |H|⁻¹ g = H⁻¹ sign(H) g. An eigenvalue near 0 would have few
    // digits; the determinant has all.
    const Eigen::Vector2d plain = plainStep(gradient, H, determinant, 0);
    const double gap = std::hypot(H(0, 0) - H(1, 1), 2 * H(0, 1));
    const Eigen::Vector2d step = -(2 * gradient + H.trace() * plain) / gap;
    return linear_algebra::scaledByPowerOfTwo(step, -exponent);
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> eigen(H);
  const double largest = eigen.eigenvalues().cwiseAbs().maxCoeff();
  Eigen::Vector2d step = Eigen::Vector2d::Zero();
  for (int i = 0; i < 2; ++i) {
    const Eigen::Vector2d v = eigen.eigenvectors().col(i);
    const double curvature = std::abs(eigen.eigenvalues()(i));
    step -= v.dot(gradient) / (curvature > flat * largest ? curvature : largest) * v;
  }
  return linear_algebra::scaledByPowerOfTwo(step, -exponent);
}

} // namespace eigenboard::optimization
