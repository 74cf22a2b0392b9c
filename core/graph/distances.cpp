#include "core/graph/distances.h"

#include "core/graph/as_index.h"

#include <algorithm>

namespace eigenboard::graph {

std::vector<int> hopDistances(const Graph& graph, int source) {
  std::vector<int> distance(static_cast<std::size_t>(graph.nodeCount), -1);
  if (source < 0 || source >= graph.nodeCount)
    return distance;
  std::vector<int> queue{source};
  queue.reserve(static_cast<std::size_t>(graph.nodeCount));
  distance[asIndex(source)] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i)
    for (const Arc& arc : graph.arcsOf(queue[i]))
      if (distance[asIndex(arc.node)] < 0) {
        distance[asIndex(arc.node)] = distance[asIndex(queue[i])] + 1;
        queue.push_back(arc.node);
      }
  return distance;
}

Eigen::MatrixXi allHopDistances(const Graph& graph) {
  Eigen::MatrixXi distances(graph.nodeCount, graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node) {
    const std::vector<int> row = hopDistances(graph, node);
    for (int other = 0; other < graph.nodeCount; ++other)
      distances(node, other) = row[asIndex(other)];
  }
  return distances;
}

std::optional<int> diameter(const Graph& graph) {
  if (graph.nodeCount == 0)
    return std::nullopt;
  int longest = 0;
  for (int node = 0; node < graph.nodeCount; ++node)
    for (const int distance : hopDistances(graph, node)) {
      if (distance < 0)
        return std::nullopt;
      longest = std::max(longest, distance);
    }
  return longest;
}

} // namespace eigenboard::graph
