#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace eigenboard::linear_algebra {

enum class FactorizationKind : std::uint8_t {
  Lu,       ///< P A = L U: L lower with ones on its diagonal, U upper triangular
  Cholesky, ///< A = L Lᵀ: L lower with positive diagonal
  Qr,       ///< A = Q R: Q with orthonormal columns, R upper with no negative number on its diagonal
  Eigen,    ///< A = V Λ V⁻¹, real; V orthogonal where A is symmetric
  Svd,      ///< A = U Σ Vᵀ
};

/// Why there are no such factors.
enum class FactorizationFailure : std::uint8_t {
  None,
  NotFinite,    ///< an entry is not a number, or infinite
  NotSquare,    ///< Cholesky, eigen
  NotSymmetric, ///< Cholesky
  ZeroPivot,    ///< LU without exchanges of rows: a number under a zero pivot cannot be eliminated
  NotPositive,  ///< Cholesky: the number whose root is needed is not positive
  ComplexPair,  ///< eigen: not all eigenvalues are real
  Defective,    ///< eigen: fewer independent eigenvectors than columns
};

/// An m×n matrix A on the way to its factors. All five are sums of layers of rank one,
///   target = Σ left_i · middle_i · right_i  over i = 0 … layers − 1 = min(m, n) − 1,
/// and each step finds one more: columns of left, entries of middle and rows of right before `done` are
/// known, the others are 0.
struct Factorization {
  FactorizationKind kind = FactorizationKind::Lu;
  bool pivoting = true;
  Eigen::MatrixXd A;
  Eigen::MatrixXd target; ///< A; in LU with its rows exchanged as far as they are
  Eigen::MatrixXd left;   ///< m×layers
  Eigen::VectorXd middle; ///< eigenvalues, singular values; ones where there is no factor in the middle
  Eigen::MatrixXd right;  ///< layers×n
  Eigen::MatrixXd
      work; ///< what the algorithm goes on with; in QR the reflected A, elsewhere what is left of it
  Eigen::MatrixXd basis;  ///< in QR the product of the reflections so far, m×m
  std::vector<int> order; ///< row i of the target is row order[i] of A
  int layers = 0;
  int done = 0;
  int swaps = 0;    ///< of rows in LU, so far
  int swapped = -1; ///< row that the last step exchanged with the pivot's; -1 for none
  double pivot = 0; ///< of the last step, or of the one that failed
  double zero = 0;  ///< up to which a number is rounding of 0 in LU with exchanges, and in QR
  FactorizationFailure failure = FactorizationFailure::None;
  int failedAt = -1;         ///< column of the pivot that failed
  double basisCondition = 1; ///< κ₂(V) of eigenvectors
  /// The layers of eigen and SVD, which no step computes one by one; used as they are.
  Eigen::MatrixXd allLeft;
  Eigen::VectorXd allMiddle;
  Eigen::MatrixXd allRight;

  bool hasFailed() const { return failure != FactorizationFailure::None; }
  bool isFinished() const { return hasFailed() || done == layers; }
};

/// Before the first layer; it may have failed already. pivoting: LU exchanges rows for the largest pivot;
/// without, a pivot fails only where it is exactly 0. Eigenvalues run from the largest down. A pair counts as
/// complex when its imaginary part exceeds eps^(1/4) ‖A‖_F: rounding splits an eigenvalue of up to four
/// copies by less. Eigenvectors count as dependent beyond κ₂(V) = 1e7. The largest entry of each eigenvector
/// and each column of U is positive. Eigenvalues and singular values are Eigen's. Cost: O(1) for LU and
/// Cholesky, O(m²) for QR, the whole factorization for eigen and SVD.
Factorization startFactorization(FactorizationKind kind, const Eigen::Ref<const Eigen::MatrixXd>& A,
                                 bool pivoting);

/// One layer more; itself where it is finished. LU: outer-product Gaussian elimination with partial pivoting.
/// Cholesky: outer-product form. QR: one Householder reflection, then signs. Cost: O(m n), QR O(m² + m n).
/// Source: Golub and Van Loan, sections 3.2, 3.4, 4.2 and 5.2.
Factorization factorizationStep(Factorization state);

Factorization wholeFactorization(Factorization state);

/// The target less the sum of so many layers, at most those that are done. Cost: O(m n) a layer.
Eigen::MatrixXd remainderAfter(const Factorization& state, int layers);

/// Σ |left_i| |middle_i| |right_i| over all that is done, Frobenius norm: rounding of the factors may leave
/// eps times as much (Higham, Accuracy and Stability of Numerical Algorithms, theorem 9.3).
double layersSize(const Factorization& state);

/// The textbook's count of floating-point operations, its leading terms, for m×n (turned over where m < n):
/// LU mn² − n³/3; Cholesky n³/3; QR 2mn² − 2n³/3; eigen 9n³ where A is symmetric, otherwise 25n³; SVD 4m²n +
/// 8mn² + 9n³. Source: Golub and Van Loan, sections 3.2, 4.2, 5.2, 7.5, 8.3 and 8.6.
double factorizationFlops(FactorizationKind kind, Eigen::Index m, Eigen::Index n, bool isSymmetric);

} // namespace eigenboard::linear_algebra
