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

/// The same with a restart of one's own, called personalized: who does not follow an edge, with probability
/// 1 − d or for want of one, goes to node v with probability restart(v). restart: n numbers, scaled to sum 1;
/// where one is negative or not finite, or none is positive, or their count is another, all alike. This is
/// the convention of Brin and Page, in which d is the chance to go on; other texts call 1 − d the teleport
/// probability α. Source: Haveliwala 2002.
PageRank nextPageRank(const Graph& graph, double damping, const Eigen::VectorXd& restart,
                      const PageRank& state);

/// The limit, from its linear system (I − d Pᵀ − d restart danglingᵀ) rank = (1 − d) restart. The error of
/// the k-th step is at most dᵏ times that of the first, in Σ |·|. Empty for d ≥ 1, where there may be many.
/// Cost: O(n³).
Eigen::VectorXd exactPageRank(const Graph& graph, double damping, const Eigen::VectorXd& restart);

} // namespace eigenboard::graph
