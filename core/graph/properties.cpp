#include "core/graph/properties.h"

#include "core/graph/as_index.h"

#include <algorithm>
#include <utility>

namespace eigenboard::graph {

namespace {

/// The different neighbors of each node but itself, ascending.
std::vector<std::vector<int>> simpleNeighbors(const Graph& graph) {
  const Graph both = undirected(graph);
  std::vector<std::vector<int>> neighbors(static_cast<std::size_t>(graph.nodeCount));
  for (int node = 0; node < graph.nodeCount; ++node)
    for (const Arc& arc : both.arcsOf(node)) // by the other end
      if (arc.node != node &&
          (neighbors[asIndex(node)].empty() || neighbors[asIndex(node)].back() != arc.node))
        neighbors[asIndex(node)].push_back(arc.node);
  return neighbors;
}

/// How many pairs of each node's neighbors are joined.
std::vector<double> joinedPairs(const std::vector<std::vector<int>>& neighbors) {
  std::vector<double> pairs;
  for (const std::vector<int>& around : neighbors) {
    double count = 0;
    for (const int a : around)
      for (auto b = std::upper_bound(around.begin(), around.end(), a); b != around.end(); ++b)
        count += std::binary_search(neighbors[asIndex(a)].begin(), neighbors[asIndex(a)].end(), *b) ? 1 : 0;
    pairs.push_back(count);
  }
  return pairs;
}

double pairCount(const std::vector<int>& around) {
  const auto size = static_cast<double>(around.size());
  return size * (size - 1) / 2;
}

} // namespace

std::vector<int> degrees(const Graph& graph) {
  std::vector<int> degree(static_cast<std::size_t>(graph.nodeCount), 0);
  for (const Edge& edge : graph.edges) {
    ++degree[asIndex(edge.from)];
    ++degree[asIndex(edge.to)];
  }
  return degree;
}

std::vector<int> outDegrees(const Graph& graph) {
  if (!graph.directed)
    return degrees(graph);
  std::vector<int> degree(static_cast<std::size_t>(graph.nodeCount), 0);
  for (const Edge& edge : graph.edges)
    ++degree[asIndex(edge.from)];
  return degree;
}

std::vector<int> inDegrees(const Graph& graph) {
  return outDegrees(reversed(graph));
}

std::vector<int> degreeCounts(const Graph& graph) {
  std::vector<int> counts;
  for (const int degree : degrees(graph)) {
    if (degree >= std::ssize(counts))
      counts.resize(asIndex(degree + 1), 0);
    ++counts[asIndex(degree)];
  }
  return counts;
}

double density(const Graph& graph) {
  if (graph.nodeCount < 2)
    return 0;
  const double n = graph.nodeCount;
  return (graph.directed ? 1 : 2) * static_cast<double>(graph.edges.size()) / (n * (n - 1));
}

Components components(const Graph& graph) {
  const Graph both = undirected(graph);
  Components result{std::vector<int>(static_cast<std::size_t>(graph.nodeCount), -1), 0};
  std::vector<int> open;
  for (int start = 0; start < graph.nodeCount; ++start) {
    if (result.component[asIndex(start)] >= 0)
      continue;
    open.push_back(start);
    result.component[asIndex(start)] = result.count;
    while (!open.empty()) {
      const int node = open.back();
      open.pop_back();
      for (const Arc& arc : both.arcsOf(node))
        if (result.component[asIndex(arc.node)] < 0) {
          result.component[asIndex(arc.node)] = result.count;
          open.push_back(arc.node);
        }
    }
    ++result.count;
  }
  return result;
}

Components strongComponents(const Graph& graph) {
  if (!graph.directed)
    return components(graph);
  const auto n = static_cast<std::size_t>(graph.nodeCount);
  Components result{std::vector<int>(n, -1), 0};
  std::vector<int> number(n, -1); // in the order of discovery
  std::vector<int> lowest(n, 0);  // number reachable from below it
  std::vector<int> next(graph.offsets.begin(), graph.offsets.end() - 1);
  std::vector<int> path; // a stack of its own, because a long path would overflow that of calls
  std::vector<int> open;
  int discovered = 0;
  const auto discover = [&](int node) {
    number[asIndex(node)] = lowest[asIndex(node)] = discovered++;
    path.push_back(node);
    open.push_back(node);
  };
  for (int start = 0; start < graph.nodeCount; ++start) {
    if (number[asIndex(start)] < 0)
      discover(start);
    while (!path.empty()) {
      const int node = path.back();
      if (next[asIndex(node)] < graph.offsets[asIndex(node + 1)]) {
        const int other = graph.arcs[asIndex(next[asIndex(node)]++)].node;
        if (number[asIndex(other)] < 0)
          discover(other);
        else if (result.component[asIndex(other)] < 0)
          lowest[asIndex(node)] = std::min(lowest[asIndex(node)], number[asIndex(other)]);
        continue;
      }
      path.pop_back();
      if (!path.empty())
        lowest[asIndex(path.back())] = std::min(lowest[asIndex(path.back())], lowest[asIndex(node)]);
      if (lowest[asIndex(node)] != number[asIndex(node)])
        continue;
      for (int member = -1; member != node;) {
        member = open.back();
        open.pop_back();
        result.component[asIndex(member)] = result.count;
      }
      ++result.count;
    }
  }
  return result;
}

Eigen::VectorXd clustering(const Graph& graph) {
  const auto neighbors = simpleNeighbors(graph);
  const std::vector<double> joined = joinedPairs(neighbors);
  Eigen::VectorXd coefficients = Eigen::VectorXd::Zero(graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node)
    if (neighbors[asIndex(node)].size() >= 2)
      coefficients(node) = joined[asIndex(node)] / pairCount(neighbors[asIndex(node)]);
  return coefficients;
}

double transitivity(const Graph& graph) {
  const auto neighbors = simpleNeighbors(graph);
  double joined = 0;
  double pairs = 0;
  for (const double count : joinedPairs(neighbors))
    joined += count;
  for (const std::vector<int>& around : neighbors)
    pairs += pairCount(around);
  return pairs > 0 ? joined / pairs : 0;
}

} // namespace eigenboard::graph
