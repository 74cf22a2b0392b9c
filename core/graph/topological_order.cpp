#include "core/graph/topological_order.h"

#include "core/graph/as_index.h"
#include "core/graph/properties.h"

#include <algorithm>
#include <utility>

namespace eigenboard::graph {

namespace {

/// Goes back along edges among the nodes that wait: each has one, so it must come round.
std::vector<int> cycleAmong(const Graph& graph, const std::vector<int>& waiting) {
  const Graph arriving = reversed(graph);
  int node = static_cast<int>(
      std::find_if(waiting.begin(), waiting.end(), [](int count) { return count > 0; }) - waiting.begin());
  std::vector<int> place(waiting.size(), -1);
  std::vector<int> path;
  while (place[asIndex(node)] < 0) {
    place[asIndex(node)] = static_cast<int>(path.size());
    path.push_back(node);
    for (const Arc& arc : arriving.arcsOf(node))
      if (waiting[asIndex(arc.node)] > 0) {
        node = arc.node;
        break;
      }
  }
  std::vector<int> cycle(path.begin() + place[asIndex(node)], path.end());
  std::reverse(cycle.begin(), cycle.end());
  return cycle;
}

void checkForCycle(const Graph& graph, TopologicalOrder& state) {
  if (!state.frontier.empty() || std::ssize(state.order) == graph.nodeCount)
    return;
  state.fault = TopologicalFault::Cycle;
  state.cycle = cycleAmong(graph, state.waiting);
}

void takeLowest(const Graph& graph, TopologicalOrder& state) {
  const int node = state.frontier.front();
  state.frontier.erase(state.frontier.begin());
  state.order.push_back(node);
  for (const Arc& arc : graph.arcsOf(node))
    if (--state.waiting[asIndex(arc.node)] == 0)
      state.frontier.insert(std::lower_bound(state.frontier.begin(), state.frontier.end(), arc.node),
                            arc.node);
  checkForCycle(graph, state);
}

} // namespace

TopologicalOrder startTopologicalOrder(const Graph& graph) {
  TopologicalOrder state;
  if (!graph.directed) {
    state.fault = TopologicalFault::NotDirected;
    return state;
  }
  state.waiting = inDegrees(graph);
  for (int node = 0; node < graph.nodeCount; ++node)
    if (state.waiting[asIndex(node)] == 0)
      state.frontier.push_back(node);
  checkForCycle(graph, state);
  return state;
}

TopologicalOrder nextTopologicalOrder(const Graph& graph, TopologicalOrder state) {
  if (!state.isDone())
    takeLowest(graph, state);
  return state;
}

TopologicalOrder topologicalOrder(const Graph& graph) {
  TopologicalOrder state = startTopologicalOrder(graph);
  while (!state.isDone())
    takeLowest(graph, state);
  return state;
}

} // namespace eigenboard::graph
