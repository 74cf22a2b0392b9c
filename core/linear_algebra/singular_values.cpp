#include "core/linear_algebra/singular_values.h"

#include <Eigen/SVD>

#include <algorithm>
#include <limits>

namespace eigenboard::linear_algebra {

std::optional<SingularValueDecomposition>
singularValueDecomposition(const Eigen::Ref<const Eigen::MatrixXd>& A) {
  if (A.size() == 0 || !A.allFinite())
    return std::nullopt;
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(A, Eigen::ComputeFullU | Eigen::ComputeFullV);
  return SingularValueDecomposition{svd.matrixU(), svd.singularValues(), svd.matrixV()};
}

double rankTolerance(const SingularValueDecomposition& svd) {
  const auto longerSide = static_cast<double>(std::max(svd.U.rows(), svd.V.rows()));
  return longerSide * std::numeric_limits<double>::epsilon() * svd.sigma.maxCoeff();
}

int numericalRank(const SingularValueDecomposition& svd, double tolerance) {
  return static_cast<int>((svd.sigma.array() > tolerance).count());
}

Eigen::MatrixXd columnSpace(const SingularValueDecomposition& svd, double tolerance) {
  return svd.U.leftCols(numericalRank(svd, tolerance));
}

Eigen::MatrixXd nullSpace(const SingularValueDecomposition& svd, double tolerance) {
  return svd.V.rightCols(svd.V.cols() - numericalRank(svd, tolerance));
}

double conditionNumber(const SingularValueDecomposition& svd, double tolerance) {
  const double smallest = svd.sigma.minCoeff();
  if (smallest <= tolerance)
    return std::numeric_limits<double>::infinity();
  return svd.sigma.maxCoeff() / smallest;
}

} // namespace eigenboard::linear_algebra
