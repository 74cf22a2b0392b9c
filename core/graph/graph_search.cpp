#include "core/graph/graph_search.h"

#include "core/graph/as_index.h"

#include <algorithm>

namespace eigenboard::graph {

namespace {

void find(GraphSearch& search, const Arc& arc, int from) {
  search.parent[asIndex(arc.node)] = from;
  search.parentEdge[asIndex(arc.node)] = arc.edge;
  search.depth[asIndex(arc.node)] = search.depth[asIndex(from)] + 1;
  search.frontier.push_back(arc.node);
}

void takeFirst(const Graph& graph, GraphSearch& search) {
  const int node = search.frontier.front();
  search.frontier.erase(search.frontier.begin());
  search.order.push_back(node);
  for (const Arc& arc : graph.arcsOf(node))
    if (search.depth[asIndex(arc.node)] < 0)
      find(search, arc, node);
}

void goDeeper(const Graph& graph, GraphSearch& search) {
  while (!search.frontier.empty()) {
    const int node = search.frontier.back();
    int& cursor = search.cursor[asIndex(node)];
    while (cursor < graph.offsets[asIndex(node + 1)]) {
      const Arc& arc = graph.arcs[asIndex(cursor++)];
      if (search.depth[asIndex(arc.node)] >= 0)
        continue;
      find(search, arc, node);
      search.order.push_back(arc.node);
      return;
    }
    search.frontier.pop_back();
  }
}

} // namespace

GraphSearch startSearch(const Graph& graph, SearchKind kind, int source) {
  const auto n = static_cast<std::size_t>(graph.nodeCount);
  GraphSearch search;
  search.kind = kind;
  search.parent.assign(n, -1);
  search.parentEdge.assign(n, -1);
  search.depth.assign(n, -1);
  if (kind == SearchKind::DepthFirst)
    search.cursor.assign(graph.offsets.begin(), graph.offsets.end() - 1);
  if (source < 0 || source >= graph.nodeCount)
    return search;
  search.frontier.push_back(source);
  search.depth[asIndex(source)] = 0;
  if (kind == SearchKind::DepthFirst)
    search.order.push_back(source);
  return search;
}

GraphSearch nextSearch(const Graph& graph, GraphSearch search) {
  if (search.isDone())
    return search;
  if (search.kind == SearchKind::BreadthFirst)
    takeFirst(graph, search);
  else
    goDeeper(graph, search);
  return search;
}

std::vector<int> pathTo(const std::vector<int>& parent, int node) {
  std::vector<int> path;
  while (node >= 0 && node < std::ssize(parent) && path.size() <= parent.size()) {
    path.push_back(node);
    node = parent[asIndex(node)];
  }
  std::reverse(path.begin(), path.end());
  return path;
}

} // namespace eigenboard::graph
