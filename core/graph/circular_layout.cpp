#include "core/graph/circular_layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::graph {

Positions circularLayout(int n, double length) {
  n = std::max(n, 0);
  Positions positions = Positions::Zero(2, n);
  if (n < 2)
    return positions;
  const double radius = length / (2 * std::sin(std::numbers::pi / n));
  for (int node = 0; node < n; ++node) {
    const double angle = 2 * std::numbers::pi * node / n;
    positions.col(node) = radius * Eigen::Vector2d(std::sin(angle), std::cos(angle));
  }
  return positions;
}

} // namespace eigenboard::graph
