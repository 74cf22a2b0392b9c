#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

/// A walker who at each step follows an edge of the node, drawn in proportion to its weight, or with
/// probability `restart` goes back to the start. Where no weight is positive the walker goes back as well.
struct RandomWalk {
  int start = 0;
  int node = -1; ///< where the walker is; −1: the start is no node
  int edge = -1; ///< the edge just followed; −1: none
  std::int64_t step = 0;
  std::vector<int> visits; ///< for each node, the start counted once at the outset
};

RandomWalk startWalk(const Graph& graph, int start);

/// The draw is decided by the seed and the number of the step alone, so a walk can be rewound and gone again.
/// Cost: a copy of the state and the arcs of the node.
RandomWalk nextWalk(const Graph& graph, double restart, std::uint64_t seed, RandomWalk walk);

/// One step of the distribution of many walkers without restart: p ← Pᵀ p, P the rows of A over their sums
/// (positive weights alone; a node without stays where it is). The sum is kept. Cost: O(n + m).
Eigen::VectorXd nextDistribution(const Graph& graph, const Eigen::VectorXd& p);

/// Where many walkers end on an undirected connected graph that is not bipartite: in proportion to the
/// positive row sums of A; even where there are none. What nextDistribution leaves alone. Cost: O(n + m).
Eigen::VectorXd stationaryDistribution(const Graph& graph);

} // namespace eigenboard::graph
