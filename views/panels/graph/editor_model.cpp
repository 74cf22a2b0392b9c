#include "views/panels/graph/editor_model.h"

#include "core/graph/matrices.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  ReadGraph given = read(params, true);
  result.graph = std::move(given.graph);
  result.degrees = math::degrees(result.graph);
  result.parts = math::components(result.graph);
  result.adjacency = math::adjacencyMatrix(result.graph);
  result.laplacian = math::laplacianMatrix(result.graph);
  result.positions = history.back().positions;
  result.names = std::move(given.names);
  result.chosen = chosenNode(params);
  for (int node = 0; node < result.nodeCount(); ++node) {
    const bool isPinned = params.nodes(node, 2) > 0.5;
    result.pinned.push_back(isPinned);
    if (isPinned)
      result.pinMovement =
          std::max(result.pinMovement, (result.positions.col(node) -
                                        Eigen::Vector2d(params.nodes.row(node).head<2>().transpose()))
                                           .norm());
  }
  const Eigen::VectorXd x = result.positions.row(0).transpose();
  const math::Graph both = math::undirected(result.graph);
  result.quadraticGap = std::abs(x.dot(math::laplacianMatrix(both) * x) - math::laplacianForm(both, x));
  result.largestWeight = 1;
  for (const math::Edge& edge : both.edges) {
    result.totalWeight += edge.weight;
    result.largestWeight = std::max(result.largestWeight, std::abs(edge.weight));
  }
  return result;
}

bool hasEdge(const Result& result, int from, int to) {
  const auto arcs = result.graph.arcsOf(from);
  return std::any_of(arcs.begin(), arcs.end(), [to](const math::Arc& arc) { return arc.node == to; });
}

} // namespace eigenboard::panels::graph::editor_panel
