#include "core/graph/shortest_paths.h"

#include "core/graph/as_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace eigenboard::graph {

namespace {

constexpr double unreachable = std::numeric_limits<double>::infinity();

void settle(const Graph& graph, ShortestPaths& paths) {
  const auto best = std::min_element(paths.frontier.begin(), paths.frontier.end(), [&paths](int a, int b) {
    return paths.distance(a) + paths.heuristic(a) < paths.distance(b) + paths.heuristic(b);
  });
  const int node = *best;
  paths.frontier.erase(best);
  paths.order.push_back(node);
  if (node == paths.target) {
    paths.frontier.clear();
    return;
  }
  for (const Arc& arc : graph.arcsOf(node)) {
    const double distance = paths.distance(node) + arc.weight;
    if (!(distance < paths.distance(arc.node)))
      continue;
    paths.distance(arc.node) = distance;
    paths.parent[asIndex(arc.node)] = node;
    paths.parentEdge[asIndex(arc.node)] = arc.edge;
    const auto place = std::lower_bound(paths.frontier.begin(), paths.frontier.end(), arc.node);
    if (place == paths.frontier.end() || *place != arc.node)
      paths.frontier.insert(place, arc.node);
  }
}

/// A cycle of parents, when there is one. While a negative cycle is reachable distances fall for ever, and
/// then the parents come to hold it.
std::vector<int> parentCycle(const std::vector<int>& parent) {
  const auto n = static_cast<int>(parent.size());
  std::vector<int> mark(parent.size(), -1); // the node from which this one was passed first
  for (int start = 0; start < n; ++start) {
    int node = start;
    while (node >= 0 && mark[asIndex(node)] < 0) {
      mark[asIndex(node)] = start;
      node = parent[asIndex(node)];
    }
    if (node < 0 || mark[asIndex(node)] != start)
      continue;
    std::vector<int> cycle{node};
    for (int other = parent[asIndex(node)]; other != node; other = parent[asIndex(other)])
      cycle.push_back(other);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
  }
  return {};
}

} // namespace

ShortestPaths startDijkstra(const Graph& graph, int source, int target) {
  return startAStar(graph, source, target, Eigen::VectorXd::Zero(graph.nodeCount));
}

ShortestPaths startAStar(const Graph& graph, int source, int target, const Eigen::VectorXd& heuristic) {
  const auto n = static_cast<std::size_t>(graph.nodeCount);
  ShortestPaths paths;
  paths.distance = Eigen::VectorXd::Constant(graph.nodeCount, unreachable);
  paths.heuristic = Eigen::VectorXd::Zero(graph.nodeCount);
  if (heuristic.size() == graph.nodeCount)
    paths.heuristic = heuristic.unaryExpr([](double guess) { return std::isfinite(guess) ? guess : 0; });
  paths.parent.assign(n, -1);
  paths.parentEdge.assign(n, -1);
  paths.target = target;
  if (source < 0 || source >= graph.nodeCount) {
    paths.fault = PathFault::SourceMissing;
    return paths;
  }
  paths.distance(source) = 0;
  const auto negative =
      std::find_if(graph.edges.begin(), graph.edges.end(), [](const Edge& edge) { return edge.weight < 0; });
  if (negative != graph.edges.end()) {
    paths.fault = PathFault::NegativeWeight;
    paths.faultEdge = static_cast<int>(negative - graph.edges.begin());
    return paths;
  }
  paths.frontier.push_back(source);
  return paths;
}

ShortestPaths nextShortestPaths(const Graph& graph, ShortestPaths paths) {
  if (!paths.isDone())
    settle(graph, paths);
  return paths;
}

ShortestPaths finished(const Graph& graph, ShortestPaths paths) {
  while (!paths.isDone())
    settle(graph, paths);
  return paths;
}

BellmanFord startBellmanFord(const Graph& graph, int source) {
  const auto n = static_cast<std::size_t>(graph.nodeCount);
  BellmanFord state;
  state.distance = Eigen::VectorXd::Constant(graph.nodeCount, unreachable);
  state.parent.assign(n, -1);
  state.parentEdge.assign(n, -1);
  if (source < 0 || source >= graph.nodeCount) {
    state.fault = PathFault::SourceMissing;
    state.done = true;
    return state;
  }
  state.distance(source) = 0;
  return state;
}

BellmanFord nextBellmanFord(const Graph& graph, const BellmanFord& state) {
  if (state.done)
    return state;
  BellmanFord next = state;
  ++next.round;
  next.done = true;
  for (int node = 0; node < graph.nodeCount; ++node) {
    if (state.distance(node) == unreachable)
      continue;
    for (const Arc& arc : graph.arcsOf(node))
      if (const double distance = state.distance(node) + arc.weight; distance < next.distance(arc.node)) {
        next.distance(arc.node) = distance;
        next.parent[asIndex(arc.node)] = node;
        next.parentEdge[asIndex(arc.node)] = arc.edge;
        next.done = false;
      }
  }
  if (next.done || next.round < graph.nodeCount)
    return next;
  // A change in round n means a path of n edges that is shorter than all of fewer: it goes round a cycle.
  next.done = true;
  next.fault = PathFault::NegativeCycle;
  next.cycle = parentCycle(next.parent);
  return next;
}

} // namespace eigenboard::graph
