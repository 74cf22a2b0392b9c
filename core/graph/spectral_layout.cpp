#include "core/graph/spectral_layout.h"

#include "core/graph/as_index.h"
#include "core/graph/component_packing.h"
#include "core/graph/laplacian_spectrum.h"
#include "core/graph/properties.h"

#include <cmath>
#include <utility>

namespace eigenboard::graph {

Graph subgraph(const Graph& graph, const std::vector<int>& nodes) {
  std::vector<int> place(static_cast<std::size_t>(graph.nodeCount), -1);
  for (int i = 0; i < static_cast<int>(nodes.size()); ++i)
    place[asIndex(nodes[asIndex(i)])] = i;
  std::vector<Edge> edges;
  for (const int node : nodes)
    for (const Arc& arc : graph.arcsOf(node))
      if (place[asIndex(arc.node)] >= 0 && graph.edges[asIndex(arc.edge)].from == node)
        edges.push_back({place[asIndex(node)], place[asIndex(arc.node)], arc.weight});
  return makeGraph(static_cast<int>(nodes.size()), std::move(edges), graph.directed).graph;
}

Positions spectralLayout(const Graph& graph, double length) {
  const Graph both = undirected(graph);
  const Components parts = components(both);
  std::vector<std::vector<int>> members(static_cast<std::size_t>(parts.count));
  for (int node = 0; node < graph.nodeCount; ++node)
    members[asIndex(parts.component[asIndex(node)])].push_back(node);
  Positions positions = Positions::Zero(2, graph.nodeCount);
  for (const std::vector<int>& nodes : members) {
    const auto size = static_cast<int>(nodes.size());
    if (size < 2)
      continue;
    const LaplacianSpectrum spectrum = lowestLaplacianPairs(subgraph(both, nodes), 3);
    for (int axis = 0; axis + 1 < spectrum.vectors.cols(); ++axis)
      for (int i = 0; i < size; ++i)
        if (const double coordinate = spectrum.vectors(i, axis + 1); std::isfinite(coordinate))
          positions(axis, nodes[asIndex(i)]) = coordinate * length * size / 4;
  }
  return packed(positions, parts, 1.5 * length);
}

} // namespace eigenboard::graph
