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

bool isScaledPositiveDefinite(const Eigen::Matrix2d& H) {
  // det/trace² is λmin/λmax to first order.
  return H(0, 0) > 0 && H(1, 1) > 0 && scaledDeterminant(H) > flat * H.trace() * H.trace();
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
  if (isScaledPositiveDefinite(H)) {
    const double determinant = scaledDeterminant(H);
    const auto quotient = [&](double x, double y, double z, double w) {
      linear_algebra::ScaledNumber number = linear_algebra::differenceOfProducts(x, y, z, w);
      number.value /= determinant;
      number.exponent -= exponent;
      return number.toDouble();
    };
    return {quotient(gradient(1), H(0, 1), gradient(0), H(1, 1)),
            quotient(gradient(0), H(1, 0), gradient(1), H(0, 0))};
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
