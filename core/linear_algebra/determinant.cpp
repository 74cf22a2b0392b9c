#include "core/linear_algebra/determinant.h"

#include "core/linear_algebra/scaling.h"

#include <Eigen/LU>

#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

double determinant(const Eigen::Ref<const Eigen::MatrixXd>& A) {
  if (A.rows() != A.cols() || !A.allFinite())
    return std::numeric_limits<double>::quiet_NaN();
  if (A.size() == 0)
    return 1;
  if (A.rows() == 2)
    return differenceOfProducts(A(0, 0), A(1, 1), A(0, 1), A(1, 0)).toDouble();
  const int exponent = binaryExponent(A);
  // The exponent of an n×n determinant is n times that of its entries.
  return ScaledNumber{scaledByPowerOfTwo(A, -exponent).partialPivLu().determinant(), exponent * A.rows()}
      .toDouble();
}

} // namespace eigenboard::linear_algebra
