#include "core/graph/spanning_tree.h"

#include "core/graph/as_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace eigenboard::graph {

namespace {

bool isLighter(const Graph& graph, int a, int b) {
  return std::pair(graph.edges[asIndex(a)].weight, a) < std::pair(graph.edges[asIndex(b)].weight, b);
}

void takeIn(const Graph& graph, Prim& state, int node) {
  state.inTree[asIndex(node)] = true;
  state.order.push_back(node);
  // An edge that leads to the node leads from it as well, so both ends are looked at.
  for (const Arc& arc : graph.arcsOf(node))
    if (!state.inTree[asIndex(arc.node)]) {
      int& lightest = state.lightest[asIndex(arc.node)];
      if (lightest < 0 || isLighter(graph, arc.edge, lightest))
        lightest = arc.edge;
    }
}

} // namespace

Kruskal startKruskal(const Graph& graph) {
  Kruskal state;
  state.queue.resize(graph.edges.size());
  std::iota(state.queue.begin(), state.queue.end(), 0);
  std::sort(state.queue.begin(), state.queue.end(),
            [&graph](int a, int b) { return isLighter(graph, b, a); });
  state.part.resize(static_cast<std::size_t>(graph.nodeCount));
  std::iota(state.part.begin(), state.part.end(), 0);
  return state;
}

Kruskal nextKruskal(const Graph& graph, Kruskal state) {
  if (state.isDone())
    return state;
  const int index = state.queue.back();
  state.queue.pop_back();
  const Edge& edge = graph.edges[asIndex(index)];
  const auto [low, high] = std::minmax({state.part[asIndex(edge.from)], state.part[asIndex(edge.to)]});
  if (low == high) {
    state.rejected.push_back(index);
    return state;
  }
  std::replace(state.part.begin(), state.part.end(), high, low);
  state.accepted.push_back(index);
  state.weight += edge.weight;
  return state;
}

Prim startPrim(const Graph& graph, int source) {
  Prim state;
  state.inTree.assign(static_cast<std::size_t>(graph.nodeCount), false);
  state.lightest.assign(static_cast<std::size_t>(graph.nodeCount), -1);
  if (graph.nodeCount > 0)
    takeIn(undirected(graph), state, source >= 0 && source < graph.nodeCount ? source : 0);
  return state;
}

Prim nextPrim(const Graph& graph, Prim state) {
  if (state.isDone())
    return state;
  int best = -1;
  int first = -1;
  for (int node = 0; node < graph.nodeCount; ++node) {
    if (state.inTree[asIndex(node)])
      continue;
    if (first < 0)
      first = node;
    if (state.lightest[asIndex(node)] >= 0 &&
        (best < 0 || isLighter(graph, state.lightest[asIndex(node)], state.lightest[asIndex(best)])))
      best = node;
  }
  if (best >= 0) {
    state.accepted.push_back(state.lightest[asIndex(best)]);
    state.weight += graph.edges[asIndex(state.lightest[asIndex(best)])].weight;
  }
  const int node = best >= 0 ? best : first;
  if (graph.directed)
    takeIn(undirected(graph), state, node);
  else
    takeIn(graph, state, node);
  return state;
}

} // namespace eigenboard::graph
