#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

enum class SearchKind : std::uint8_t { BreadthFirst, DepthFirst };

/// A search from one node as it stands between two steps.
struct GraphSearch {
  SearchKind kind = SearchKind::BreadthFirst;
  /// Breadth first: the queue, next to be taken first. Depth first: the way from the source to the node last
  /// found.
  std::vector<int> frontier;
  std::vector<int> order;      ///< breadth first: nodes taken from the queue; depth first: nodes found
  std::vector<int> parent;     ///< the node from which each was found; −1: the source, or not found
  std::vector<int> parentEdge; ///< the edge through which; −1 likewise
  std::vector<int> depth;      ///< edges of the tree from the source; −1: not found
  std::vector<int> cursor;     ///< the next arc to look at, of each node; used depth first only

  bool isDone() const { return frontier.empty(); }
};

/// Before the first step: the source alone is found. A source that is no node gives a search that is done.
GraphSearch startSearch(const Graph& graph, SearchKind kind, int source);

/// Breadth first: takes the first node of the queue and appends the neighbors not found yet, lowest number
/// first. Depth first: goes on to the lowest such neighbor, after going back as far as it takes; so one node
/// more is found, or the search is done. A search that is done stays as it is. Cost: a copy of the state,
/// O(n), and the arcs looked at. Source: Cormen and others, sections 20.2 and 20.3.
GraphSearch nextSearch(const Graph& graph, GraphSearch search);

/// The nodes from the root of the tree to the node, both included; empty when the node is not one.
std::vector<int> pathTo(const std::vector<int>& parent, int node);

} // namespace eigenboard::graph
