#pragma once

#include "core/linear_algebra/singular_values.h"

namespace eigenboard::linear_algebra {

/// A_k: the sum of the first k of the parts sigma_i u_i v_iᵀ, m×n. k below 0 counts as 0, beyond the last
/// singular value as all of them. No matrix of rank k is nearer to A in the spectral norm, nor in Frobenius'
/// (Eckart and Young 1936, Mirsky 1960). Cost: O(m n k).
Eigen::MatrixXd lowRank(const SingularValueDecomposition& svd, int k);

/// ‖A − A_k‖₂ as the theorem has it: sigma_{k+1}, and 0 beyond the last. Cost: O(1).
double nextSingularValue(const SingularValueDecomposition& svd, int k);

/// ‖A − A_k‖_F: the root of the sum of the squares of those left out, at every scale. Cost: O(min(m, n)).
double discardedNorm(const SingularValueDecomposition& svd, int k);

/// The sum of the first k squares over that of all, in [0, 1]; NaN for a matrix of zeros.
/// Cost: O(min(m, n)).
double energyKept(const SingularValueDecomposition& svd, int k);

/// How many numbers tell A_k: k columns of U, k of V and k singular values.
double storedNumbers(const SingularValueDecomposition& svd, int k);

/// ‖M‖₂ from the largest eigenvalue of the smaller Gram matrix, without a singular value decomposition: an
/// independent measure, to some n·eps of itself at every scale. 0 without entries, NaN where one is not
/// finite. Cost: O(m n min(m, n)).
double spectralNorm(const Eigen::Ref<const Eigen::MatrixXd>& M);

/// ‖target − A_k‖_F for k from 0 to the last singular value; target is m×n. Cost: O(m n min(m, n)).
Eigen::VectorXd distancesOfLowRanks(const SingularValueDecomposition& svd,
                                    const Eigen::Ref<const Eigen::MatrixXd>& target);

} // namespace eigenboard::linear_algebra
