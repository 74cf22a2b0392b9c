#pragma once

#include "core/algebra/expression.h"
#include "core/calculus/operation_derivatives.h"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace eigenboard::calculus {

/// One operation of an expression at a point. Its operands stand before it in the graph.
struct GraphNode {
  algebra::Operation operation = algebra::Operation::Number;
  int variable = -1; ///< of Variable: its place in the list of variables
  int first = -1;    ///< its operands' places in the graph; −1: it has none
  int second = -1;
  bool dependsOnVariables = false;
  OperationDerivatives local; ///< its value, and the slope of each edge to an operand
  double adjoint = 0;         ///< ∂(the last node)/∂(this node), once it is complete
};

/// The operations of an expression in the order in which they run, the result last.
using ComputationGraph = std::vector<GraphNode>;

/// The forward pass: every value and every slope between neighbours, all adjoints 0 but that of the result,
/// which is 1. Each place where a variable stands is a node of its own. Empty where the expression is, and
/// where values are missing. Cost: linear in the expression.
ComputationGraph forwardPass(const algebra::Expression& expression, std::span<const double> values);

/// One step of the backward pass: the node hands its adjoint to its operands, each times the slope of its
/// edge. Complete when it was done for every node from the last to the first. What depends on no variable
/// is given nothing, so that x² has a slope where the derivative by its exponent does not exist. A place
/// that is none of the graph's does nothing.
void handToOperands(ComputationGraph& graph, int node);

struct ValueAndGradient {
  double value = 0;
  Eigen::VectorXd gradient; ///< one number a variable
};

/// The value and all partial derivatives by reverse-mode automatic differentiation: exact derivatives but for
/// rounding, at some five times the cost of the value whatever the number of variables. Where the function
/// is not defined everything is NaN; where only a derivative does not exist, as of |x| at 0, that is NaN, or
/// infinite where the slope grows without bound (√x at 0). It is NaN as well where the chain rule meets
/// 0 · ∞, though the function may have a derivative there (√(x⁴) at 0). A variable that the expression does
/// not name has the derivative 0.
/// Source: Griewank and Walther, Evaluating Derivatives, 2nd edition, chapter 3.
ValueAndGradient gradient(const algebra::Expression& expression, std::span<const double> values);

} // namespace eigenboard::calculus
