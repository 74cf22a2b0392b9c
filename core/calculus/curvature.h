#pragma once

#include <Eigen/Core>

namespace eigenboard::calculus {

/// The eigenvalues of a Hessian: how a function of two variables bends along the two directions, at a right
/// angle to one another, in which it bends least and most.
struct Curvatures {
  double smallest = 0;
  double largest = 0;
  /// Unit vector of the largest; the other is it turned by a right angle. (1, 0) where both are equal.
  Eigen::Vector2d steepest = Eigen::Vector2d::UnitX();
};

/// In closed form from the mean m and half the distance r of the eigenvalues. The one of larger modulus is
/// m ± r to a few roundings, the other det H over it, which keeps its digits where m ∓ r would cancel. NaN
/// where an entry is not finite. Cost: O(1).
Curvatures curvatures(const Eigen::Matrix2d& hessian);

} // namespace eigenboard::calculus
