#include "core/linear_algebra/qr_iteration.h"

#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

QrFactors givensQr(const Eigen::Ref<const Eigen::MatrixXd>& A) {
  const Eigen::Index n = A.rows();
  QrFactors factors{Eigen::MatrixXd::Identity(n, n), A};
  const double rounding = static_cast<double>(n) * std::numeric_limits<double>::epsilon() * A.stableNorm();
  for (Eigen::Index column = 0; column < n; ++column)
    for (Eigen::Index row = column + 1; row < n; ++row) {
      const double x = factors.R(column, column);
      const double y = factors.R(row, column);
      if (std::abs(y) > rounding) {
        const double length = std::hypot(x, y);
        Eigen::Matrix2d turn{{x / length, y / length}, {-y / length, x / length}};
        Eigen::MatrixXd rows(2, n);
        rows << factors.R.row(column), factors.R.row(row);
        rows = turn * rows;
        factors.R.row(column) = rows.row(0);
        factors.R.row(row) = rows.row(1);
        Eigen::MatrixXd columns(n, 2);
        columns << factors.Q.col(column), factors.Q.col(row);
        columns = columns * turn.transpose();
        factors.Q.col(column) = columns.col(0);
        factors.Q.col(row) = columns.col(1);
      }
      factors.R(row, column) = 0;
    }
  for (Eigen::Index i = 0; i < n; ++i)
    if (factors.R(i, i) < 0) {
      factors.R.row(i) *= -1;
      factors.Q.col(i) *= -1;
    }
  return factors;
}

Eigen::MatrixXd qrStep(const Eigen::Ref<const Eigen::MatrixXd>& A) {
  const QrFactors factors = givensQr(A);
  return factors.R * factors.Q;
}

} // namespace eigenboard::linear_algebra
