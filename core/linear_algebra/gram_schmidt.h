#pragma once

#include <Eigen/Core>

#include <cstdint>

namespace eigenboard::linear_algebra {

/// What one step of the process has done last.
enum class GramSchmidtAction : std::uint8_t { None, Subtracted, Normalized, FoundDependent };

/// Orthonormalizing the columns of A from left to right, on the way. Columns of Q before `column` are
/// orthonormal, column `column` is what is left of that of A, the others are still those of A; at the end
/// A = Q R.
struct GramSchmidt {
  Eigen::MatrixXd Q;        ///< m×n
  Eigen::MatrixXd R;        ///< n×n, upper triangular, as far as it is known
  Eigen::VectorXd lengths;  ///< of the columns of A
  Eigen::Index column = 0;  ///< the one that is worked on; n when all is done
  Eigen::Index against = 0; ///< whose shadow it loses next; `column` when only its length is left to mend
  GramSchmidtAction last = GramSchmidtAction::None;

  bool isFinished() const { return column == Q.cols() || last == GramSchmidtAction::FoundDependent; }
};

/// The process before its first step. A is finite, m×n.
GramSchmidt gramSchmidtStart(const Eigen::Ref<const Eigen::MatrixXd>& A);

/// One step of modified Gram–Schmidt: the present column loses its shadow on one earlier direction, or, when
/// it has lost all, is brought to length 1. What is left of a column and is at most 8 eps times its length in
/// A is rounding of a zero: the column depends on those before it, and the process ends. A finished process
/// stays as it is. Cost: O(m n), most of it the copy of the state. Source: Golub and Van Loan, section 5.2.8.
GramSchmidt gramSchmidtStep(GramSchmidt state);

} // namespace eigenboard::linear_algebra
