#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"

#include <Eigen/Core>

#include <cstdint>

namespace eigenboard::graph {

enum class Ground : std::uint8_t {
  Plane, ///< distances as the crow flies
  Grid,  ///< |Δx| + |Δy|, for roads that run along two directions only
};

/// For each node c · its distance on the ground to the target, with c the least weight per unit of length
/// over all edges: so no edge is cheaper than its guess, and neither is a path. A* is then sure to find the
/// shortest one and opens no node twice (the guess is consistent). Zeros where an edge has a weight below 0,
/// no edge has a length, or the target is no node. Cost: O(n + m). Source: Hart, Nilsson and Raphael 1968.
Eigen::VectorXd distanceGuess(const Graph& graph, const Positions& positions, int target, Ground ground);

} // namespace eigenboard::graph
