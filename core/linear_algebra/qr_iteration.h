#pragma once

#include <Eigen/Core>

namespace eigenboard::linear_algebra {

/// A = Q R: Q orthogonal, R upper triangular with no negative number on its diagonal, which makes both unique
/// for an invertible A.
struct QrFactors {
  Eigen::MatrixXd Q;
  Eigen::MatrixXd R;
};

/// The factors of an n×n matrix by Givens rotations. An entry below the diagonal of at most n·eps·‖A‖_F is
/// rounding of a zero and taken as zero, so that a singular or triangular matrix gives no rotation by noise.
/// Entries that are not finite give factors with such entries. Cost: 3 n³ multiplications.
/// Source: Golub and Van Loan, section 5.2.5.
QrFactors givensQr(const Eigen::Ref<const Eigen::MatrixXd>& A);

/// One step of the unshifted QR iteration: A = Q R gives R Q = Qᵀ A Q, with the eigenvalues of A. When their
/// moduli differ, the entries below the diagonal tend to 0, that of row i and column j by |λ_i/λ_j| a step.
/// Cost: O(n³). Source: Francis 1961; Golub and Van Loan, section 7.3.
Eigen::MatrixXd qrStep(const Eigen::Ref<const Eigen::MatrixXd>& A);

} // namespace eigenboard::linear_algebra
