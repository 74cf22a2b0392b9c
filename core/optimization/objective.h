#pragma once

#include "core/algebra/expression.h"
#include "core/calculus/forward_mode.h"

#include <Eigen/Core>

#include <functional>
#include <vector>

namespace eigenboard::optimization {

/// The part of the plane that shows what a function has to teach.
struct Window {
  Eigen::Vector2d low{-3, -3};
  Eigen::Vector2d high{3, 3};
};

/// A function of two variables to be made small.
struct Objective {
  /// Its value alone, for pictures of many points.
  std::function<double(const Eigen::Vector2d&)> value;
  /// Value, gradient and Hessian. Values that are not finite say that there is none.
  std::function<calculus::SecondOrder(const Eigen::Vector2d&)> secondOrder;
  std::vector<Eigen::Vector2d> minima; ///< the known global minimizers; empty: none, or not known
  Window window;
  Eigen::Vector2d start{2, 1}; ///< from where a walk is worth watching
};

/// A function that the reader typed, its derivatives by automatic differentiation. Minimizers are not known.
/// Where it has no value or derivative, those are NaN (core/calculus/forward_mode.h).
Objective objectiveOf(algebra::Expression expression);

} // namespace eigenboard::optimization
