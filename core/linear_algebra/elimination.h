#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <vector>

namespace eigenboard::linear_algebra {

/// One of the three moves that change the rows of [A | b] and none of its solutions.
struct RowOperation {
  enum class Kind : std::uint8_t {
    Swap,  ///< rows target and source
    Add,   ///< factor times row source to row target
    Scale, ///< row target by factor
  };
  Kind kind = Kind::Add;
  int target = 0;
  int source = 0;
  double factor = 1;
};

/// [A | b] on its way to the reduced row echelon form.
struct Elimination {
  Eigen::MatrixXd rows;                  ///< m×(n + 1): coefficients, and in the last column b
  std::vector<int> pivotColumns = {};    ///< of the first rows, known so far
  bool isForwardDone = false;            ///< below the pivots all is 0: what follows goes upwards
  std::optional<RowOperation> last = {}; ///< empty at the start
  double coefficientRounding = 0;        ///< up to which a coefficient is 0: 8 (n + 1) eps max |a_ij|
  double constantRounding = 0;           ///< up to which a constant is 0 in a row of zeros: alike of b

  Eigen::Index unknowns() const { return rows.cols() - 1; }
};

/// Before the first operation. A and b are finite and fit together.
Elimination startElimination(const Eigen::Ref<const Eigen::MatrixXd>& A,
                             const Eigen::Ref<const Eigen::VectorXd>& b);

/// What Gauss–Jordan elimination does next: forward with partial pivoting, then from the last pivot back,
/// making it 1 and the column above it 0. Empty at the reduced row echelon form. Pure. Cost: O(m n).
std::optional<RowOperation> nextOperation(const Elimination& elimination);

/// The system after nextOperation(); itself at the end. What the operation is to make 0 or 1 is that exactly.
/// Source: Golub and Van Loan, section 3.4.
Elimination eliminated(const Elimination& elimination);

} // namespace eigenboard::linear_algebra
