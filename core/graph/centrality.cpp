#include "core/graph/centrality.h"

#include "core/graph/as_index.h"
#include "core/graph/distances.h"
#include "core/graph/matrices.h"

#include <cmath>
#include <vector>

namespace eigenboard::graph {

namespace {

/// Brandes' search from one source: nodes by growing distance, and the number of shortest paths to each.
struct PathCounts {
  std::vector<int> order;
  std::vector<int> distance;
  std::vector<double> count;
};

PathCounts shortestPathCounts(const Graph& graph, int source) {
  const auto n = static_cast<std::size_t>(graph.nodeCount);
  PathCounts paths{{source}, std::vector<int>(n, -1), std::vector<double>(n, 0)};
  paths.distance[asIndex(source)] = 0;
  paths.count[asIndex(source)] = 1;
  for (std::size_t i = 0; i < paths.order.size(); ++i) {
    const int node = paths.order[i];
    for (const Arc& arc : graph.arcsOf(node)) {
      if (paths.distance[asIndex(arc.node)] < 0) {
        paths.distance[asIndex(arc.node)] = paths.distance[asIndex(node)] + 1;
        paths.order.push_back(arc.node);
      }
      if (paths.distance[asIndex(arc.node)] == paths.distance[asIndex(node)] + 1)
        paths.count[asIndex(arc.node)] += paths.count[asIndex(node)];
    }
  }
  return paths;
}

} // namespace

Eigen::VectorXd closeness(const Graph& graph) {
  const Graph arriving = reversed(graph);
  Eigen::VectorXd values = Eigen::VectorXd::Zero(graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node) {
    double reached = 0;
    double total = 0;
    for (const int distance : hopDistances(arriving, node))
      if (distance > 0) {
        ++reached;
        total += distance;
      }
    if (total > 0)
      values(node) = reached / (graph.nodeCount - 1) * (reached / total);
  }
  return values;
}

Betweenness betweenness(const Graph& graph) {
  const double n = graph.nodeCount;
  Betweenness result{Eigen::VectorXd::Zero(graph.nodeCount), Eigen::VectorXd::Zero(graph.edgeCount())};
  std::vector<double> dependency(static_cast<std::size_t>(graph.nodeCount));
  for (int source = 0; source < graph.nodeCount; ++source) {
    const PathCounts paths = shortestPathCounts(graph, source);
    dependency.assign(dependency.size(), 0);
    for (std::size_t i = paths.order.size(); i-- > 0;) {
      const int node = paths.order[i];
      for (const Arc& arc : graph.arcsOf(node)) // what lies behind them is known already
        if (paths.distance[asIndex(arc.node)] == paths.distance[asIndex(node)] + 1) {
          const double share = paths.count[asIndex(node)] / paths.count[asIndex(arc.node)] *
                               (1 + dependency[asIndex(arc.node)]);
          dependency[asIndex(node)] += share;
          result.edge(arc.edge) += share;
        }
      if (node != source)
        result.node(node) += dependency[asIndex(node)];
    }
  }
  if (n > 2)
    result.node /= (n - 1) * (n - 2);
  if (n > 1)
    result.edge /= n * (n - 1);
  return result;
}

EigenvectorCentrality eigenvectorCentrality(const Graph& graph) {
  constexpr int mostIterations = 5000;
  EigenvectorCentrality result;
  if (graph.nodeCount == 0)
    return result;
  const Graph arriving = reversed(graph);
  const double n = graph.nodeCount;
  Eigen::VectorXd x = Eigen::VectorXd::Constant(graph.nodeCount, 1 / std::sqrt(n));
  while (result.iterations < mostIterations) {
    Eigen::VectorXd next = x + adjacencyTimes(arriving, x);
    const double length = next.stableNorm();
    if (!(length > 0 && std::isfinite(length)))
      break;
    next /= length;
    const double change = (next - x).lpNorm<1>();
    x = next;
    ++result.iterations;
    if (change < 1e-14 * n)
      break;
  }
  const Eigen::VectorXd image = adjacencyTimes(arriving, x);
  result.values = x;
  result.eigenvalue = x.dot(image);
  result.residual = (image - result.eigenvalue * x).stableNorm();
  return result;
}

} // namespace eigenboard::graph
