#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

namespace eigenboard::graph {

/// The chance to be at each node of a surfer who follows an edge with probability `damping`, in proportion to
/// weight, and else goes to any node.
struct PageRank {
  Eigen::VectorXd rank; ///< n numbers that sum to 1
  double change = 0;    ///< Σ |rank − the rank before|
  int step = 0;
};

/// All the same, 1/n.
PageRank startPageRank(const Graph& graph);

/// rank ← d (Pᵀ rank + dangling/n) + (1 − d)/n: what stands at nodes without an edge to follow is spread over
/// all, so the sum stays 1. Weights that are not positive are not followed; an undirected edge is followed
/// both ways. The damping d is taken into [0, 1], NaN as 0.85. Converges as dᵏ. Cost: O(n + m). Source: Brin
/// and Page 1998; Langville and Meyer 2004.
PageRank nextPageRank(const Graph& graph, double damping, const PageRank& state);

} // namespace eigenboard::graph
