#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <optional>

namespace eigenboard::linear_algebra {

enum class SolutionKind : std::uint8_t { Unique, Infinite, None };

/// All that is to be said of Ax = b for an m×n matrix A: whether and by how many x it is solved, and the x
/// that comes nearest where it is not.
struct LinearSystem {
  SolutionKind kind = SolutionKind::None;
  int rank = 0;          ///< of A
  int augmentedRank = 0; ///< of [A | b]; larger than rank where there is no solution
  /// n entries: of all x with the least ‖Ax − b‖ the shortest. The solution, where there is one only.
  Eigen::VectorXd solution;
  Eigen::MatrixXd directions; ///< n×(n − rank), orthonormal: solution + directions·t does as well as it
  Eigen::VectorXd residual;   ///< b − Ax, m entries, at right angles to all columns of A
  /// The least ‖b − Ax‖ of all x, as the part of b that no column reaches: good to the rounding of b, where
  /// the norm of residual has that of ‖A‖‖x‖ as well.
  double leastResidual = 0;
  Eigen::MatrixXd pseudoinverse; ///< n×m: how the solution answers to a change of b;
                                 ///< infinite entries where 1/σ is beyond double
  double norm = 0;               ///< ‖A‖₂
  double condition = 0;          ///< sigma_max / sigma_min; infinite when sigma_min, of the min(m, n), is 0
  double workingCondition = 1;   ///< sigma_max over the smallest singular value that counts; 1 for A = 0
  /// The least relative change of A and b together that makes x an exact solution:
  /// leastResidual / (‖A‖₂‖x‖ + ‖b‖); 0 where leastResidual is 0.
  double backwardError = 0;
};

/// Ranks by rankTolerance() of A and of [A | b], where A and b are brought to norm 1 first: a b that dwarfs A
/// would hide its rank. Solution by the singular values that count.
/// Nothing overflows while x itself does not. Cost: that of two singular value decompositions. Empty where
/// the shapes do not fit, A has no entries, or one of the entries is not finite. Sources: Golub and Van Loan,
/// sections 5.5 (least squares of deficient rank); Rigal and Gaches, "On the compatibility of a given
/// solution with the data of a linear system", 1967 (backward error).
std::optional<LinearSystem> solveLinearSystem(const Eigen::Ref<const Eigen::MatrixXd>& A,
                                              const Eigen::Ref<const Eigen::VectorXd>& b);

} // namespace eigenboard::linear_algebra
