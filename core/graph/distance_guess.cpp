#include "core/graph/distance_guess.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::graph {

namespace {

double lengthOf(const Eigen::Vector2d& way, Ground ground) {
  return ground == Ground::Grid ? std::abs(way.x()) + std::abs(way.y())
                                : std::sqrt(way.x() * way.x() + way.y() * way.y());
}

} // namespace

Eigen::VectorXd distanceGuess(const Graph& graph, const Positions& positions, int target, Ground ground) {
  Eigen::VectorXd guess = Eigen::VectorXd::Zero(graph.nodeCount);
  if (target < 0 || target >= graph.nodeCount || positions.cols() != graph.nodeCount)
    return guess;
  double cheapest = std::numeric_limits<double>::infinity();
  for (const Edge& edge : graph.edges) {
    const double length = lengthOf(positions.col(edge.to) - positions.col(edge.from), ground);
    if (edge.weight < 0)
      return guess;
    if (length > 0)
      cheapest = std::min(cheapest, edge.weight / length);
  }
  if (!std::isfinite(cheapest))
    return guess;
  for (int node = 0; node < graph.nodeCount; ++node)
    guess(node) = cheapest * lengthOf(positions.col(target) - positions.col(node), ground);
  return guess;
}

} // namespace eigenboard::graph
