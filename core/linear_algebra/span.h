#pragma once

#include <Eigen/Core>

namespace eigenboard::linear_algebra {

/// All linear combinations of the columns of an m×n matrix.
struct Span {
  int rank = 0;               ///< the number of independent directions
  Eigen::MatrixXd directions; ///< m×rank, orthonormal; their signs have no meaning
  bool isIndependent = false; ///< rank = n: no column is a combination of the others
};

/// By the numerical rank (rankTolerance()), which does not depend on scale. A matrix without entries, or with
/// one that is not finite, has rank 0. Cost: that of a singular value decomposition.
Span spanOf(const Eigen::Ref<const Eigen::MatrixXd>& columns);

/// Coefficients c with columns · c nearest to the target, of all such the shortest; columns.cols() entries.
/// Zeros where the shapes do not fit or an entry is not finite. Cost: that of a singular value decomposition.
/// Source: Golub and Van Loan, section 5.5.
Eigen::VectorXd coefficientsFor(const Eigen::Ref<const Eigen::MatrixXd>& columns,
                                const Eigen::Ref<const Eigen::VectorXd>& target);

/// The area of the parallelogram between u and v in any dimension, √(‖u‖²‖v‖² − (u·v)²): 0 exactly when they
/// lie on one line, up to rounding. Found as ‖u‖ times the height of v over the line of u, which keeps the
/// digits that the difference would lose. Sizes are equal. NaN where an entry is not finite. Cost: O(n).
double parallelogramArea(const Eigen::Ref<const Eigen::VectorXd>& u,
                         const Eigen::Ref<const Eigen::VectorXd>& v);

/// The angle between u and v in any dimension, in degrees in [0, 180], by the arctangent of area and dot
/// product of their directions: the arccosine loses half of the digits near the ends. NaN where either is
/// zero or not finite. Cost: O(n).
double angleBetween(const Eigen::Ref<const Eigen::VectorXd>& u, const Eigen::Ref<const Eigen::VectorXd>& v);

} // namespace eigenboard::linear_algebra
