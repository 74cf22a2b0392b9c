#pragma once

#include <Eigen/Core>

#include <optional>

namespace eigenboard::linear_algebra {

/// A = U diag(sigma) Vᵀ for an m×n matrix: U is m×m and V is n×n, both orthogonal; sigma has min(m, n)
/// entries, decreasing and not negative. The image of the unit sphere has semi-axes sigma_i u_i.
struct SingularValueDecomposition {
  Eigen::MatrixXd U;
  Eigen::VectorXd sigma;
  Eigen::MatrixXd V;
};

/// Two-sided Jacobi (Eigen), accurate to a few eps·sigma_max at every scale. Cost: O(m n min(m, n)) a sweep,
/// a handful of sweeps. Empty when A has no entries or one that is not finite.
std::optional<SingularValueDecomposition>
singularValueDecomposition(const Eigen::Ref<const Eigen::MatrixXd>& A);

/// max(m, n)·eps·sigma_max: what rounding of the entries alone can add to a singular value that is zero. The
/// convention of Golub and Van Loan, section 5.4, and of NumPy's matrix_rank.
double rankTolerance(const SingularValueDecomposition& svd);

/// How many singular values exceed the tolerance. Cost: O(min(m, n)).
int numericalRank(const SingularValueDecomposition& svd, double tolerance);

/// Orthonormal columns that span the column space (m × rank) and the null space (n × (n − rank)) of A, by the
/// numerical rank. The signs of the columns have no meaning. Cost: a copy.
Eigen::MatrixXd columnSpace(const SingularValueDecomposition& svd, double tolerance);
Eigen::MatrixXd nullSpace(const SingularValueDecomposition& svd, double tolerance);

/// sigma_max / sigma_min: how much A can magnify a relative error. Infinite when sigma_min does not exceed
/// the tolerance, also for the zero matrix.
double conditionNumber(const SingularValueDecomposition& svd, double tolerance);

} // namespace eigenboard::linear_algebra
