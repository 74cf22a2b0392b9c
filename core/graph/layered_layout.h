#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

/// Rows one below the other such that every edge leads down.
struct LayeredLayout {
  Positions positions;        ///< row r at y = −r · length, at least a length between nodes of a row
  std::vector<int> rank;      ///< the row of each node, from 0
  std::vector<bool> reversed; ///< edges that are drawn against their direction, to break cycles
  std::vector<Positions>
      bends; ///< for each edge: where it passes the rows between its ends, from its first end on
  std::int64_t crossingsBefore = 0; ///< of the order found first
  std::int64_t crossings = 0;       ///< of the order drawn; never more
};

/// Directed edges that close a cycle in a depth-first search are reversed, so a graph without cycles keeps
/// all. Undirected ones lead away from the lowest node of their component (search by breadth; within one
/// depth from the lower number). A node stands in the lowest-numbered row that its edges allow, sources as
/// near as they can to what they lead to. Self-loops have no bends, and long edges none once there are 100
/// 000 in all. Cost: O((n + m + bends) log) a sweep, some 32 of them. Source: Sugiyama, Tagawa and Toda 1981;
/// Battista and others, Graph Drawing, chapter 9.
LayeredLayout layeredLayout(const Graph& graph, double length);

/// Numbers with given wishes and order, each at least 1 after the one before, that are nearest to their
/// wishes in the sum of squares. Cost: O(n). Source: pool adjacent violators, Ayer and others 1955.
std::vector<double> spacedNear(const std::vector<double>& wishes);

} // namespace eigenboard::graph
