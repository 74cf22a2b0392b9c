#include "core/linear_algebra/linear_system.h"

#include "core/linear_algebra/singular_values.h"

#include <algorithm>

namespace eigenboard::linear_algebra {

namespace {

SolutionKind kindOfSolution(int rank, int augmentedRank, Eigen::Index unknowns) {
  if (augmentedRank > rank)
    return SolutionKind::None;
  return rank == unknowns ? SolutionKind::Unique : SolutionKind::Infinite;
}

Eigen::MatrixXd scaledToOne(const Eigen::Ref<const Eigen::MatrixXd>& matrix, double norm) {
  return norm > 0 ? Eigen::MatrixXd(matrix / norm) : Eigen::MatrixXd(matrix);
}

double relativeBackwardError(const LinearSystem& system, const Eigen::Ref<const Eigen::VectorXd>& b) {
  if (system.leastResidual == 0)
    return 0;
  return system.leastResidual / (system.norm * system.solution.stableNorm() + b.stableNorm());
}

} // namespace

std::optional<LinearSystem> solveLinearSystem(const Eigen::Ref<const Eigen::MatrixXd>& A,
                                              const Eigen::Ref<const Eigen::VectorXd>& b) {
  if (A.rows() != b.size() || !b.allFinite())
    return std::nullopt;
  const auto svd = singularValueDecomposition(A);
  if (!svd)
    return std::nullopt;
  Eigen::MatrixXd augmented(A.rows(), A.cols() + 1);
  augmented << scaledToOne(A, svd->sigma(0)), scaledToOne(b, b.stableNorm());
  const auto augmentedSvd = singularValueDecomposition(augmented);
  if (!augmentedSvd)
    return std::nullopt;

  const double tolerance = rankTolerance(*svd);
  LinearSystem system;
  system.rank = numericalRank(*svd, tolerance);
  // Between two tolerances rounding decides, and a column more never lowers a rank.
  system.augmentedRank = std::max(system.rank, numericalRank(*augmentedSvd, rankTolerance(*augmentedSvd)));
  system.kind = kindOfSolution(system.rank, system.augmentedRank, A.cols());
  system.norm = svd->sigma(0);
  system.condition = conditionNumber(*svd, tolerance);
  if (system.rank > 0)
    system.workingCondition = svd->sigma(0) / svd->sigma(system.rank - 1);
  const auto V = svd->V.leftCols(system.rank);
  const auto U = svd->U.leftCols(system.rank);
  const Eigen::VectorXd kept = svd->sigma.head(system.rank);
  // Divided, not multiplied by the inverse: 1/sigma may overflow where the solution does not.
  system.solution = V * (U.transpose() * b).cwiseQuotient(kept);
  system.pseudoinverse = V * kept.cwiseInverse().asDiagonal() * U.transpose();
  system.directions = nullSpace(*svd, tolerance);
  system.residual = b - A * system.solution;
  system.leastResidual = (svd->U.rightCols(A.rows() - system.rank).transpose() * b).stableNorm();
  system.backwardError = relativeBackwardError(system, b);
  return system;
}

} // namespace eigenboard::linear_algebra
