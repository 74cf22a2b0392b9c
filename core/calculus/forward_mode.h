#pragma once

#include "core/algebra/expression.h"

#include <Eigen/Core>

#include <span>

namespace eigenboard::calculus {

/// A number and how fast it changes as the point moves along a direction.
struct DirectionalDerivative {
  double value = 0;
  double derivative = 0; ///< ∇f · d, in units of f per unit of the direction
};

/// The value and the derivative along a direction, which need not have length 1, by forward-mode automatic
/// differentiation with dual numbers: one pass, at some three times the cost of the value, for one direction.
/// A variable whose direction is 0 does not move. Undefined places as for gradient(); everything is NaN where
/// the two lists differ in length. Source: Griewank and Walther, section 3.1.
DirectionalDerivative derivativeAlong(const algebra::Expression& expression, std::span<const double> values,
                                      std::span<const double> direction);

/// A function of two variables to second order.
struct SecondOrder {
  double value = 0;
  Eigen::Vector2d gradient = Eigen::Vector2d::Zero();
  Eigen::Matrix2d hessian = Eigen::Matrix2d::Zero(); ///< symmetric, ∂²f/∂xᵢ∂xⱼ
};

/// The value, gradient and Hessian of an expression of two variables (it may name fewer) by one forward pass
/// with Taylor polynomials of degree two: exact but for rounding, no step size to choose. Undefined places as
/// for gradient(), each entry by itself; everything is NaN where the expression is empty or names a third
/// variable. Cost: some 100 ns an operation. Source: Griewank and Walther, chapter 13.
SecondOrder secondOrder(const algebra::Expression& expression, const Eigen::Vector2d& point);

} // namespace eigenboard::calculus
