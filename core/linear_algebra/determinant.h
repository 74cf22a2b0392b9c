#pragma once

#include <Eigen/Core>

namespace eigenboard::linear_algebra {

/// The determinant of an n×n matrix: the factor by which A scales signed volume.
/// Cost: O(n³) for n > 2 (LU with partial pivoting). For n = 2 the difference of products a d − b c is
/// formed with fused multiply-adds and no intermediate overflow, so its relative error is about one
/// rounding however much the products cancel (Kahan; see Jeannerod, Louvet and Muller 2013).
/// The empty matrix gives 1. Overflow gives ±infinity, underflow 0. A matrix that is not square, or with
/// an entry that is not finite, gives NaN.
double determinant(const Eigen::Ref<const Eigen::MatrixXd>& A);

} // namespace eigenboard::linear_algebra
