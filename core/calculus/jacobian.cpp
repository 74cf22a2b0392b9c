#include "core/calculus/jacobian.h"

#include "core/calculus/forward_mode.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::calculus {

Eigen::MatrixXd jacobianForward(std::span<const algebra::Expression> components,
                                std::span<const double> values) {
  Eigen::MatrixXd J(static_cast<Eigen::Index>(components.size()), static_cast<Eigen::Index>(values.size()));
  std::vector<double> direction(values.size(), 0.0);
  for (std::size_t j = 0; j < values.size(); ++j) {
    direction[j] = 1;
    for (std::size_t i = 0; i < components.size(); ++i)
      J(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
          derivativeAlong(components[i], values, direction).derivative;
    direction[j] = 0;
  }
  return J;
}

Eigen::MatrixXd jacobianReverse(std::span<const algebra::Expression> components,
                                std::span<const double> values) {
  Eigen::MatrixXd J(static_cast<Eigen::Index>(components.size()), static_cast<Eigen::Index>(values.size()));
  for (std::size_t i = 0; i < components.size(); ++i)
    J.row(static_cast<Eigen::Index>(i)) = gradient(components[i], values).gradient.transpose();
  return J;
}

double derivativeRounding(const algebra::Expression& expression, std::span<const double> values) {
  ComputationGraph graph = forwardPass(expression, values);
  double sum = 0;
  for (int node = static_cast<int>(graph.size()) - 1; node >= 0; --node) {
    GraphNode& here = graph[static_cast<std::size_t>(node)];
    here.local.a = std::abs(here.local.a);
    here.local.b = std::abs(here.local.b);
    handToOperands(graph, node);
    if (here.variable >= 0)
      sum += here.adjoint;
  }
  return 2 * static_cast<double>(graph.size()) * std::numeric_limits<double>::epsilon() * sum;
}

std::vector<double> tangents(const ComputationGraph& graph, std::span<const double> direction) {
  std::vector<double> found(graph.size(), 0.0);
  std::vector<bool> moves(graph.size(), false);
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const GraphNode& node = graph[i];
    const auto variable = static_cast<std::size_t>(node.variable);
    if (node.variable >= 0 && variable < direction.size()) {
      found[i] = direction[variable];
      moves[i] = direction[variable] != 0;
    }
    const auto take = [&](int operand, double slope) {
      const auto place = static_cast<std::size_t>(operand);
      if (operand < 0 || !moves[place])
        return;
      found[i] += slope * found[place];
      moves[i] = true;
    };
    take(node.first, node.local.a);
    take(node.second, node.local.b);
  }
  return found;
}

std::vector<double> oneSidedSlopes(const std::function<double(const Eigen::Vector2d&)>& function,
                                   const Eigen::Vector2d& point, double h, int count) {
  std::vector<double> slopes;
  const double here = function(point);
  for (int k = 0; k < count; ++k) {
    const double angle = 2 * std::numbers::pi * k / count;
    slopes.push_back((function(point + h * Eigen::Vector2d(std::cos(angle), std::sin(angle))) - here) / h);
  }
  return slopes;
}

MappedSquare mappedSquare(const std::function<Eigen::Vector2d(const Eigen::Vector2d&)>& map,
                          const Eigen::Vector2d& middle, double side, int parts) {
  MappedSquare square;
  const Eigen::Vector2d corners[] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
  const int pieces = std::max(1, parts);
  for (int k = 0; k < 4; ++k)
    for (int i = 0; i < pieces; ++i) {
      const Eigen::Vector2d at = corners[k] + (corners[k + 1] - corners[k]) * i / pieces;
      square.outline.push_back(map(middle + side / 2 * at));
    }
  square.outline.push_back(square.outline.front());
  // About the first point, so that a small polygon far from the origin keeps its digits.
  const Eigen::Vector2d origin = square.outline.front();
  for (std::size_t i = 0; i + 1 < square.outline.size(); ++i) {
    const Eigen::Vector2d one = square.outline[i] - origin;
    const Eigen::Vector2d next = square.outline[i + 1] - origin;
    square.area += (one.x() * next.y() - one.y() * next.x()) / 2;
  }
  return square;
}

} // namespace eigenboard::calculus
