#pragma once

#include "core/graph/as_index.h"

#include <cstdint>
#include <span>
#include <vector>

namespace eigenboard::graph {

/// From a node to a node, which may be the same one. In an undirected graph the order of the two means
/// nothing.
struct Edge {
  int from = 0;
  int to = 0;
  double weight = 1;

  bool operator==(const Edge&) const = default;
};

/// An edge as seen from one of its ends.
struct Arc {
  int node = 0; ///< the other end
  int edge = 0; ///< index into Graph::edges
  double weight = 1;
};

/// Nodes 0 … nodeCount − 1 and edges between them, as a list and as compressed adjacency: the arcs of node v
/// are arcs[offsets[v]] … arcs[offsets[v + 1] − 1], by the other end, then by the edge.
///
/// A directed edge is an arc of its first end. An undirected one is an arc of both; a self-loop is one arc of
/// its node, counts 2 in its degree (so that degrees sum to 2m), its weight once on the diagonal of the
/// adjacency matrix, and nothing in the Laplacian. Parallel edges stay apart: each counts in the degree,
/// their weights add up in the matrices, and a path takes the lightest.
struct Graph {
  int nodeCount = 0;
  bool directed = false;
  std::vector<Edge> edges;
  std::vector<int> offsets{0};
  std::vector<Arc> arcs;

  int edgeCount() const { return static_cast<int>(edges.size()); }
  std::span<const Arc> arcsOf(int node) const {
    return std::span(arcs).subspan(asIndex(offsets[asIndex(node)]),
                                   asIndex(offsets[asIndex(node + 1)] - offsets[asIndex(node)]));
  }
};

enum class GraphFault : std::uint8_t {
  None,
  NodeCountOutOfRange, ///< negative, or more than mostNodes
  TooManyEdges,        ///< more than mostEdges
  NodeMissing,         ///< an edge names a node that is not there
  WeightNotFinite,
};

inline constexpr int mostNodes = 10'000'000;
inline constexpr int mostEdges = 100'000'000;

struct GraphResult {
  Graph graph; ///< without nodes when there is a fault
  GraphFault fault = GraphFault::None;
  int edge = -1; ///< the first edge at fault, when it is an edge's
};

/// Cost: O(n + m log(largest degree)).
GraphResult makeGraph(int nodeCount, std::vector<Edge> edges, bool directed = false);

/// The same edges without their directions; an undirected graph as it is. An arc and its opposite become two
/// parallel edges.
Graph undirected(const Graph& graph);

/// Every directed edge turned round, under the same index; an undirected graph as it is.
Graph reversed(const Graph& graph);

} // namespace eigenboard::graph
