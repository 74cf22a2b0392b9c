#include "core/graph/walk_counts.h"

#include "core/graph/matrices.h"

#include <utility>
#include <vector>

namespace eigenboard::graph {

Eigen::MatrixXd walkCounts(const Graph& graph, int k) {
  std::vector<Edge> edges = graph.edges;
  for (Edge& edge : edges)
    edge.weight = 1;
  const Eigen::MatrixXd A =
      adjacencyMatrix(makeGraph(graph.nodeCount, std::move(edges), graph.directed).graph);
  Eigen::MatrixXd power = Eigen::MatrixXd::Identity(graph.nodeCount, graph.nodeCount);
  for (int step = 0; step < k; ++step)
    power = (power * A).eval();
  return power;
}

double triangles(const Graph& graph) {
  std::vector<Edge> edges;
  for (const Edge& edge : graph.edges)
    if (edge.from != edge.to)
      edges.push_back({edge.from, edge.to});
  return walkCounts(makeGraph(graph.nodeCount, std::move(edges)).graph, 3).trace() / 6;
}

} // namespace eigenboard::graph
