#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"

#include <vector>

namespace eigenboard::graph {

/// Two sides such that every edge leads from one to the other, or a proof that there are none.
struct TwoColoring {
  std::vector<int>
      side; ///< 0 or 1; the lowest node of each component is on side 0. Empty when there are none.
  std::vector<int> oddCycle; ///< nodes round a cycle of odd length, a self-loop's node alone

  bool isBipartite() const { return oddCycle.empty(); }
};

/// Cost: O(n + m). Source: König 1936.
TwoColoring twoColoring(const Graph& graph);

/// Side 0 in a column on the left and side 1 on the right, three lengths apart, in an order with few
/// crossings; a graph that is not bipartite is laid out with the sides given by the parity of the distance
/// from the lowest node of each component, so that few edges stay on one side. Cost: O((n + m) log(n + m)).
Positions bipartiteLayout(const Graph& graph, double length);

} // namespace eigenboard::graph
