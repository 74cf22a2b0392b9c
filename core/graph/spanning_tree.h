#pragma once

#include "core/graph/graph.h"

#include <vector>

namespace eigenboard::graph {

/// A minimum spanning forest in the making: a tree of least weight for each component. Directions do not
/// count. Of equal weights the edge with the lower index comes first, so both algorithms end with the same
/// edges.
struct Kruskal {
  std::vector<int> queue;    ///< edges not looked at yet, heaviest first, so the next is the last
  std::vector<int> accepted; ///< in that order
  std::vector<int> rejected; ///< edges that would have closed a cycle
  std::vector<int> part;     ///< for each node: the lowest node of its tree so far
  double weight = 0;         ///< of the accepted

  bool isDone() const { return queue.empty(); }
};

Kruskal startKruskal(const Graph& graph);
/// Looks at the lightest edge left. Cost: a copy of the state and O(n). Source: Kruskal 1956.
Kruskal nextKruskal(const Graph& graph, Kruskal state);

struct Prim {
  std::vector<int> order; ///< nodes in the tree, in the order they came
  std::vector<bool> inTree;
  std::vector<int> lightest; ///< for each node outside: the lightest edge from the tree to it; −1: none
  std::vector<int> accepted;
  double weight = 0;

  bool isDone() const { return order.size() == inTree.size(); }
};

/// With the source in the tree (the first node, if the source is not one).
Prim startPrim(const Graph& graph, int source);
/// Takes in the node with the lightest edge from the tree; when none leads out, the lowest node left begins
/// another tree. Cost: a copy of the state and O(n). Source: Prim 1957.
Prim nextPrim(const Graph& graph, Prim state);

} // namespace eigenboard::graph
