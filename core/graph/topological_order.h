#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

enum class TopologicalFault : std::uint8_t {
  None,
  NotDirected,
  Cycle, ///< every node left waits for another of them
};

/// An order in which every edge leads forward, in the making.
struct TopologicalOrder {
  std::vector<int> waiting;  ///< for each node: edges that arrive from nodes not in the order yet
  std::vector<int> frontier; ///< nodes that wait for none, ascending
  std::vector<int> order;
  TopologicalFault fault = TopologicalFault::None;
  std::vector<int>
      cycle; ///< with the fault Cycle: nodes around one, each leading to the next, the last to the first

  bool isDone() const { return frontier.empty(); }
};

TopologicalOrder startTopologicalOrder(const Graph& graph);

/// Takes the lowest node that waits for none; that no node is left to take while some wait is the fault
/// Cycle. Cost: a copy of the state, O(n), and the arcs of the node. Source: Kahn 1962.
TopologicalOrder nextTopologicalOrder(const Graph& graph, TopologicalOrder state);

/// To its end or its fault. Cost: O(n + m + n · frontier).
TopologicalOrder topologicalOrder(const Graph& graph);

} // namespace eigenboard::graph
