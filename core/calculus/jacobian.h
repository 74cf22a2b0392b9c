#pragma once

#include "core/algebra/expression.h"
#include "core/calculus/computation_graph.h"

#include <Eigen/Core>

#include <functional>
#include <span>
#include <vector>

namespace eigenboard::calculus {

/// The Jacobian of a map, a row for each component and a column for each variable, by forward-mode automatic
/// differentiation: a column a pass. An entry is NaN or infinite where derivativeAlong() says so, each by
/// itself. Cost: variables · (three times that of the map's value). Source: Griewank and Walther, Evaluating
/// Derivatives, 2nd edition, section 3.1.
Eigen::MatrixXd jacobianForward(std::span<const algebra::Expression> components,
                                std::span<const double> values);

/// The same by reverse mode: a row a pass. Cost: components · (five times that of a component's value),
/// whatever the number of variables. Source: the same, section 3.2.
Eigen::MatrixXd jacobianReverse(std::span<const algebra::Expression> components,
                                std::span<const double> values);

/// How far rounding may have moved a derivative of the expression, and so how far forward and reverse mode
/// may differ: two roundings a node of the sum over all paths from the result to a variable of the products
/// of |slopes|, times the largest |direction| of a variable that is taken as 1. Not finite where a slope is
/// not. Cost: that of a gradient.
double derivativeRounding(const algebra::Expression& expression, std::span<const double> values);

/// How fast the value of each node of a graph changes along a direction, one number a variable: the pass of
/// forward mode with all that it meets on the way. What depends on no variable that moves has 0. Cost:
/// linear.
std::vector<double> tangents(const ComputationGraph& graph, std::span<const double> direction);

/// The slopes (f(p + h u) − f(p))/h for count directions u that go evenly round from the x-axis,
/// anticlockwise. Without a derivative at p, as on a crease, they are the one-sided slopes up to O(h). An
/// entry is not finite where f has no value. Cost: count + 1 values.
std::vector<double> oneSidedSlopes(const std::function<double(const Eigen::Vector2d&)>& function,
                                   const Eigen::Vector2d& point, double h, int count);

/// What a map of the plane makes of a square, anticlockwise from its lower left corner, the first point again
/// at the end.
struct MappedSquare {
  std::vector<Eigen::Vector2d> outline;
  /// Signed, of the polygon: negative where the map turns the square over. The area of the square times det J
  /// up to O(side⁴). A part of a curve that winds twice counts twice.
  double area = 0;
};

/// A square of that side about its middle, its sides cut into that many parts (at least 1). Points where the
/// map has no value are kept as they are, and then the area is not finite. Cost: 4 · parts calls.
MappedSquare mappedSquare(const std::function<Eigen::Vector2d(const Eigen::Vector2d&)>& map,
                          const Eigen::Vector2d& middle, double side, int parts);

} // namespace eigenboard::calculus
