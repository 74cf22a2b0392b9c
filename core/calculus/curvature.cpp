#include "core/calculus/curvature.h"

#include "core/linear_algebra/scaling.h"

#include <cmath>
#include <limits>

namespace eigenboard::calculus {

Curvatures curvatures(const Eigen::Matrix2d& hessian) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (!hessian.allFinite())
    return {none, none, {none, none}};
  const double a = hessian(0, 0);
  const double b = hessian(0, 1);
  const double d = hessian(1, 1);
  const double mean = a / 2 + d / 2;
  const double half = std::hypot(a / 2 - d / 2, b);
  Curvatures found;
  const double angle = std::atan2(2 * b, a - d) / 2;
  if (half > 0)
    found.steepest = {std::cos(angle), std::sin(angle)};
  const double greater = mean < 0 ? mean - half : mean + half; // of the larger modulus
  double other = 0;
  if (greater != 0) {
    // The determinant alone could over- or underflow.
    linear_algebra::ScaledNumber quotient = linear_algebra::differenceOfProducts(a, d, b, b);
    int exponent = 0;
    quotient.value /= std::frexp(greater, &exponent);
    quotient.exponent -= exponent;
    other = quotient.toDouble();
  }
  found.smallest = mean < 0 ? greater : other;
  found.largest = mean < 0 ? other : greater;
  return found;
}

} // namespace eigenboard::calculus
