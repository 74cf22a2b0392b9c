#include "core/graph/bipartite_layout.h"

#include "core/graph/as_index.h"
#include "core/graph/crossings.h"
#include "core/graph/graph_search.h"

#include <algorithm>

namespace eigenboard::graph {

namespace {

/// Breadth-first trees from the lowest node of each component.
struct Forest {
  std::vector<int> parent;
  std::vector<int> depth;
};

Forest forestOf(const Graph& both) {
  const auto n = static_cast<std::size_t>(both.nodeCount);
  Forest forest{std::vector<int>(n, -1), std::vector<int>(n, -1)};
  std::vector<int> queue;
  for (int root = 0; root < both.nodeCount; ++root) {
    if (forest.depth[asIndex(root)] >= 0)
      continue;
    forest.depth[asIndex(root)] = 0;
    queue.assign(1, root);
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const Arc& arc : both.arcsOf(queue[i]))
        if (forest.depth[asIndex(arc.node)] < 0) {
          forest.depth[asIndex(arc.node)] = forest.depth[asIndex(queue[i])] + 1;
          forest.parent[asIndex(arc.node)] = queue[i];
          queue.push_back(arc.node);
        }
  }
  return forest;
}

/// Both ways up to where they meet, closed by the edge between two nodes of one depth.
std::vector<int> cycleThrough(const Forest& forest, int a, int b) {
  std::vector<int> left{a};
  std::vector<int> right;
  while (a != b) {
    right.push_back(b);
    a = forest.parent[asIndex(a)];
    b = forest.parent[asIndex(b)];
    left.push_back(a);
  }
  left.insert(left.end(), right.rbegin(), right.rend());
  return left;
}

} // namespace

TwoColoring twoColoring(const Graph& graph) {
  const Forest forest = forestOf(undirected(graph));
  TwoColoring coloring;
  for (const Edge& edge : graph.edges)
    // The ends of an edge are at most one apart in depth, so on one side means at one depth.
    if (forest.depth[asIndex(edge.from)] == forest.depth[asIndex(edge.to)]) {
      coloring.oddCycle = cycleThrough(forest, edge.from, edge.to);
      return coloring;
    }
  for (const int depth : forest.depth)
    coloring.side.push_back(depth % 2);
  return coloring;
}

Positions bipartiteLayout(const Graph& graph, double length) {
  const Forest forest = forestOf(undirected(graph));
  Rows rows;
  rows.rows.resize(2);
  rows.group.assign(static_cast<std::size_t>(graph.nodeCount), 0);
  for (int node = 0; node < graph.nodeCount; ++node)
    rows.rows[asIndex(forest.depth[asIndex(node)] % 2)].push_back(node);
  for (const Edge& edge : graph.edges) {
    const int side = forest.depth[asIndex(edge.from)] % 2;
    if (side != forest.depth[asIndex(edge.to)] % 2)
      rows.segments.emplace_back(side == 0 ? edge.from : edge.to, side == 0 ? edge.to : edge.from);
  }
  rows = withFewerCrossings(rows, 24);
  Positions positions(2, graph.nodeCount);
  const auto tallest = static_cast<double>(std::max(rows.rows[0].size(), rows.rows[1].size()));
  for (int side = 0; side < 2; ++side) {
    const std::vector<int>& column = rows.rows[asIndex(side)];
    const auto count = static_cast<double>(column.size());
    // The shorter column is spread over the height of the taller one.
    const double gap = count > 1 ? length * (tallest - 1) / (count - 1) : 0;
    for (int place = 0; place < static_cast<int>(column.size()); ++place)
      positions.col(column[asIndex(place)]) =
          Eigen::Vector2d((side == 0 ? -1.5 : 1.5) * length, ((count - 1) / 2 - place) * gap);
  }
  return positions;
}

} // namespace eigenboard::graph
