#include "core/graph/graph.h"

#include "core/graph/as_index.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::graph {

namespace {

/// The compressed adjacency of edges that are known to be sound.
Graph assembled(int nodeCount, std::vector<Edge> edges, bool directed) {
  Graph graph;
  graph.nodeCount = nodeCount;
  graph.directed = directed;
  graph.edges = std::move(edges);
  const auto isArcOfBoth = [directed](const Edge& edge) { return !directed && edge.from != edge.to; };
  graph.offsets.assign(static_cast<std::size_t>(nodeCount) + 1, 0);
  for (const Edge& edge : graph.edges) {
    ++graph.offsets[asIndex(edge.from + 1)];
    if (isArcOfBoth(edge))
      ++graph.offsets[asIndex(edge.to + 1)];
  }
  for (int node = 0; node < nodeCount; ++node)
    graph.offsets[asIndex(node + 1)] += graph.offsets[asIndex(node)];
  graph.arcs.resize(static_cast<std::size_t>(graph.offsets[asIndex(nodeCount)]));
  std::vector<int> next(graph.offsets.begin(), graph.offsets.end() - 1);
  for (int e = 0; e < graph.edgeCount(); ++e) {
    const Edge& edge = graph.edges[asIndex(e)];
    graph.arcs[asIndex(next[asIndex(edge.from)]++)] = {edge.to, e, edge.weight};
    if (isArcOfBoth(edge))
      graph.arcs[asIndex(next[asIndex(edge.to)]++)] = {edge.from, e, edge.weight};
  }
  for (int node = 0; node < nodeCount; ++node)
    std::sort(graph.arcs.begin() + graph.offsets[asIndex(node)],
              graph.arcs.begin() + graph.offsets[asIndex(node + 1)], [](const Arc& a, const Arc& b) {
                return std::pair(a.node, a.edge) < std::pair(b.node, b.edge);
              });
  return graph;
}

} // namespace

GraphResult makeGraph(int nodeCount, std::vector<Edge> edges, bool directed) {
  GraphResult result;
  if (nodeCount < 0 || nodeCount > mostNodes) {
    result.fault = GraphFault::NodeCountOutOfRange;
    return result;
  }
  if (edges.size() > static_cast<std::size_t>(mostEdges)) {
    result.fault = GraphFault::TooManyEdges;
    return result;
  }
  const auto isMissing = [nodeCount](int node) { return node < 0 || node >= nodeCount; };
  for (int e = 0; e < static_cast<int>(edges.size()); ++e) {
    const Edge& edge = edges[asIndex(e)];
    if (isMissing(edge.from) || isMissing(edge.to))
      result.fault = GraphFault::NodeMissing;
    else if (!std::isfinite(edge.weight))
      result.fault = GraphFault::WeightNotFinite;
    if (result.fault != GraphFault::None) {
      result.edge = e;
      return result;
    }
  }
  result.graph = assembled(nodeCount, std::move(edges), directed);
  return result;
}

Graph undirected(const Graph& graph) {
  return graph.directed ? assembled(graph.nodeCount, graph.edges, false) : graph;
}

Graph reversed(const Graph& graph) {
  if (!graph.directed)
    return graph;
  std::vector<Edge> edges = graph.edges;
  for (Edge& edge : edges)
    std::swap(edge.from, edge.to);
  return assembled(graph.nodeCount, std::move(edges), true);
}

} // namespace eigenboard::graph
