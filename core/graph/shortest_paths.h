#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

enum class PathFault : std::uint8_t {
  None,
  SourceMissing,
  NegativeWeight, ///< Dijkstra and A* settle a node for good, which a later negative edge could undo
  NegativeCycle,  ///< reachable: going round it once more is always shorter
};

/// Shortest paths by weight from one node, in the making.
struct ShortestPaths {
  Eigen::VectorXd distance;    ///< of the best path so far; infinite: not found
  Eigen::VectorXd heuristic;   ///< A*: a guess of what remains; zeros make it Dijkstra's algorithm
  std::vector<int> parent;     ///< the node before on that path; −1: the source, or not found
  std::vector<int> parentEdge; ///< the edge from it; −1 likewise
  std::vector<int> frontier;   ///< found, not settled, ascending
  std::vector<int> order;      ///< settled, in that order
  int target = -1;             ///< −1: all nodes
  PathFault fault = PathFault::None;
  int faultEdge = -1; ///< the first negative edge

  bool isDone() const { return frontier.empty(); }
};

/// Dijkstra's algorithm from the source. With a target it is done as soon as that is settled.
ShortestPaths startDijkstra(const Graph& graph, int source, int target = -1);

/// A* towards the target with a guess of the distance that remains from each node (n numbers; what is not
/// finite, or another size, counts as 0). The path is shortest when no guess is above the truth; a node that
/// is found again on a shorter path is opened again, so the guesses need not be consistent. Source: Hart,
/// Nilsson and Raphael 1968.
ShortestPaths startAStar(const Graph& graph, int source, int target, const Eigen::VectorXd& heuristic);

/// Settles the node of the frontier with the least distance + guess (of equal ones the lowest number) and
/// shortens its neighbors' paths. Cost: a copy of the state, O(n), the frontier, and the arcs of the node.
/// Source: Dijkstra 1959.
ShortestPaths nextShortestPaths(const Graph& graph, ShortestPaths paths);

/// All steps. Cost: O(m + n · frontier).
ShortestPaths finished(const Graph& graph, ShortestPaths paths);

/// Bellman and Ford's algorithm, which allows negative weights.
struct BellmanFord {
  Eigen::VectorXd distance;
  std::vector<int> parent;
  std::vector<int> parentEdge;
  int round = 0;
  bool done = false;
  PathFault fault = PathFault::None;
  std::vector<int> cycle; ///< with the fault NegativeCycle: nodes round it, each leading to the next
};

BellmanFord startBellmanFord(const Graph& graph, int source);

/// One round: every arc may shorten a path once, by the distances of the round before. After k rounds no path
/// of at most k edges is shorter. Done when nothing changes, after n rounds at the latest, the last of which
/// finds that, unless there is a negative cycle; an undirected negative edge is one. Cost: O(n + m). Source:
/// Bellman 1958.
BellmanFord nextBellmanFord(const Graph& graph, const BellmanFord& state);

} // namespace eigenboard::graph
