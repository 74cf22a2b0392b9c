#include "core/graph/layered_layout.h"

#include "core/graph/as_index.h"
#include "core/graph/crossings.h"
#include "core/graph/properties.h"

#include <algorithm>
#include <utility>

namespace eigenboard::graph {

namespace {

constexpr int mostBends = 100'000;

/// Depth-first numbering that tells edges to a node of the present path, which close cycles.
std::vector<bool> edgesThatCloseCycles(const Graph& graph) {
  enum : char { Unseen, OnPath, Left };
  std::vector<char> state(static_cast<std::size_t>(graph.nodeCount), Unseen);
  std::vector<bool> closing(graph.edges.size(), false);
  std::vector<int> next(graph.offsets.begin(), graph.offsets.end() - 1);
  std::vector<int> path;
  for (int root = 0; root < graph.nodeCount; ++root) {
    if (state[asIndex(root)] != Unseen)
      continue;
    path.assign(1, root);
    state[asIndex(root)] = OnPath;
    while (!path.empty()) {
      const int node = path.back();
      if (next[asIndex(node)] == graph.offsets[asIndex(node + 1)]) {
        state[asIndex(node)] = Left;
        path.pop_back();
        continue;
      }
      const Arc& arc = graph.arcs[asIndex(next[asIndex(node)]++)];
      if (state[asIndex(arc.node)] == OnPath)
        closing[asIndex(arc.edge)] = true;
      else if (state[asIndex(arc.node)] == Unseen) {
        state[asIndex(arc.node)] = OnPath;
        path.push_back(arc.node);
      }
    }
  }
  return closing;
}

/// Breadth-first order of all nodes, component by component: along it undirected edges lead.
std::vector<int> breadthPlaces(const Graph& graph) {
  std::vector<int> place(static_cast<std::size_t>(graph.nodeCount), -1);
  int count = 0;
  std::vector<int> queue;
  for (int root = 0; root < graph.nodeCount; ++root) {
    if (place[asIndex(root)] >= 0)
      continue;
    place[asIndex(root)] = count++;
    queue.assign(1, root);
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const Arc& arc : graph.arcsOf(queue[i]))
        if (place[asIndex(arc.node)] < 0) {
          place[asIndex(arc.node)] = count++;
          queue.push_back(arc.node);
        }
  }
  return place;
}

/// The graph with every edge turned so that it leads down; `reversed` says which were.
Graph downward(const Graph& graph, std::vector<bool>& reversed) {
  std::vector<Edge> edges = graph.edges;
  reversed.assign(edges.size(), false);
  if (graph.directed) {
    const std::vector<bool> closing = edgesThatCloseCycles(graph);
    for (std::size_t e = 0; e < edges.size(); ++e)
      reversed[e] = closing[e] && edges[e].from != edges[e].to;
  } else {
    const std::vector<int> place = breadthPlaces(graph);
    for (std::size_t e = 0; e < edges.size(); ++e)
      reversed[e] = place[asIndex(edges[e].from)] > place[asIndex(edges[e].to)];
  }
  for (std::size_t e = 0; e < edges.size(); ++e)
    if (reversed[e])
      std::swap(edges[e].from, edges[e].to);
  return makeGraph(graph.nodeCount, std::move(edges), true).graph;
}

std::vector<int> ranksOf(const Graph& down) {
  std::vector<int> rank(static_cast<std::size_t>(down.nodeCount), 0);
  std::vector<int> waiting(rank.size(), 0);
  for (const Edge& edge : down.edges)
    if (edge.from != edge.to)
      ++waiting[asIndex(edge.to)];
  std::vector<int> order;
  std::vector<bool> isSource;
  for (int node = 0; node < down.nodeCount; ++node) {
    isSource.push_back(waiting[asIndex(node)] == 0);
    if (waiting[asIndex(node)] == 0)
      order.push_back(node);
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const Arc& arc : down.arcsOf(order[i])) {
      if (arc.node == order[i])
        continue;
      rank[asIndex(arc.node)] = std::max(rank[asIndex(arc.node)], rank[asIndex(order[i])] + 1);
      if (--waiting[asIndex(arc.node)] == 0)
        order.push_back(arc.node);
    }
  for (int node = 0; node < down.nodeCount; ++node) {
    int nearest = -1;
    for (const Arc& arc : down.arcsOf(node))
      if (arc.node != node && (nearest < 0 || rank[asIndex(arc.node)] < nearest))
        nearest = rank[asIndex(arc.node)];
    if (isSource[asIndex(node)] && nearest > 0)
      rank[asIndex(node)] = nearest - 1;
  }
  return rank;
}

/// The rows with a node added wherever an edge passes one; passes[e] are those of edge e, downwards.
Rows rowsWithPasses(const Graph& down, const std::vector<int>& rank, std::vector<std::vector<int>>& passes) {
  Rows rows;
  const Components parts = components(down);
  rows.group = parts.component;
  const int height = rank.empty() ? 0 : *std::max_element(rank.begin(), rank.end()) + 1;
  rows.rows.resize(static_cast<std::size_t>(height));
  for (int node = 0; node < down.nodeCount; ++node)
    rows.rows[asIndex(rank[asIndex(node)])].push_back(node);
  passes.assign(down.edges.size(), {});
  int bends = 0;
  for (std::size_t e = 0; e < down.edges.size(); ++e) {
    const Edge& edge = down.edges[e];
    const int between = rank[asIndex(edge.to)] - rank[asIndex(edge.from)] - 1;
    if (between < 0 || between > mostBends - bends)
      continue; // a self-loop, or too long
    bends += between;
    int above = edge.from;
    for (int row = rank[asIndex(edge.from)] + 1; row < rank[asIndex(edge.to)]; ++row) {
      const auto pass = static_cast<int>(rows.group.size());
      rows.group.push_back(parts.component[asIndex(edge.from)]);
      rows.rows[asIndex(row)].push_back(pass);
      passes[e].push_back(pass);
      rows.segments.emplace_back(above, pass);
      above = pass;
    }
    rows.segments.emplace_back(above, edge.to);
  }
  for (std::vector<int>& row : rows.rows)
    std::stable_sort(row.begin(), row.end(),
                     [&rows](int a, int b) { return rows.group[asIndex(a)] < rows.group[asIndex(b)]; });
  return rows;
}

/// Sweeps in which every row goes as near as its order allows to the means of its neighbors' places.
std::vector<double> placesOf(const Rows& rows) {
  std::vector<double> x(rows.group.size(), 0);
  std::vector<std::vector<int>> neighbors(rows.group.size());
  for (const auto& [from, to] : rows.segments) {
    neighbors[asIndex(from)].push_back(to);
    neighbors[asIndex(to)].push_back(from);
  }
  for (const std::vector<int>& row : rows.rows)
    for (int place = 0; place < static_cast<int>(row.size()); ++place)
      x[asIndex(row[asIndex(place)])] = place - (static_cast<double>(row.size()) - 1) / 2;
  constexpr int sweepsOfPlaces = 12;
  std::vector<double> wishes;
  for (int sweep = 0; sweep < sweepsOfPlaces; ++sweep)
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      const std::vector<int>& row = rows.rows[sweep % 2 == 0 ? i : rows.rows.size() - 1 - i];
      wishes.clear();
      for (const int node : row) {
        double sum = 0;
        for (const int other : neighbors[asIndex(node)])
          sum += x[asIndex(other)];
        wishes.push_back(neighbors[asIndex(node)].empty()
                             ? x[asIndex(node)]
                             : sum / static_cast<double>(neighbors[asIndex(node)].size()));
      }
      const std::vector<double> spaced = spacedNear(wishes);
      for (std::size_t place = 0; place < row.size(); ++place)
        x[asIndex(row[place])] = spaced[place];
    }
  return x;
}

} // namespace

std::vector<double> spacedNear(const std::vector<double>& wishes) {
  struct Block {
    double sum;
    double count;
  };
  std::vector<Block> blocks; // of wishes less their place, whose fit must not fall
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    blocks.push_back({wishes[i] - static_cast<double>(i), 1});
    while (blocks.size() > 1) {
      const Block last = blocks.back();
      Block& before = blocks[blocks.size() - 2];
      if (before.sum / before.count <= last.sum / last.count)
        break;
      before = {before.sum + last.sum, before.count + last.count};
      blocks.pop_back();
    }
  }
  std::vector<double> spaced;
  for (const Block& block : blocks)
    for (double i = 0; i < block.count; ++i)
      spaced.push_back(block.sum / block.count + static_cast<double>(spaced.size()));
  return spaced;
}

LayeredLayout layeredLayout(const Graph& graph, double length) {
  LayeredLayout layout;
  const Graph down = downward(graph, layout.reversed);
  layout.rank = ranksOf(down);
  std::vector<std::vector<int>> passes;
  Rows rows = rowsWithPasses(down, layout.rank, passes);
  layout.crossingsBefore = crossings(rows);
  rows = withFewerCrossings(rows, 24);
  layout.crossings = crossings(rows);
  const std::vector<double> x = placesOf(rows);
  layout.positions.resize(2, graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node)
    layout.positions.col(node) = length * Eigen::Vector2d(x[asIndex(node)], -layout.rank[asIndex(node)]);
  for (std::size_t e = 0; e < passes.size(); ++e) {
    const auto count = static_cast<int>(passes[e].size());
    Positions bends(2, count);
    for (int i = 0; i < count; ++i)
      bends.col(i) = length * Eigen::Vector2d(x[asIndex(passes[e][asIndex(i)])],
                                              -(layout.rank[asIndex(down.edges[e].from)] + 1 + i));
    layout.bends.push_back(layout.reversed[e] ? Positions(bends.rowwise().reverse()) : bends);
  }
  return layout;
}

} // namespace eigenboard::graph
