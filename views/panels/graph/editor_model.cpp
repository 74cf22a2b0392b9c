#include "views/panels/graph/editor_model.h"

#include "core/graph/as_index.h"
#include "core/graph/generators.h"
#include "core/graph/matrices.h"
#include "core/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

namespace {

constexpr double scatter = 7.6; ///< radius of the disc that a made graph begins in

} // namespace

GivenGraph given(const Params& params, bool withWeights) {
  GivenGraph made;
  if (params.source == Source::Drawn) {
    ReadGraph drawn = read(params, withWeights);
    made = {std::move(drawn.graph), std::move(drawn.positions), std::move(drawn.names), {}};
    for (Eigen::Index node = 0; node < params.nodes.rows(); ++node)
      made.pinned.push_back(params.nodes(node, 2) > 0.5);
    return made;
  }
  const auto seed = static_cast<std::uint64_t>(params.seed);
  const int side = static_cast<int>(std::sqrt(params.size));
  made.graph = params.source == Source::Grid         ? math::gridGraph(side, side)
               : params.source == Source::SmallWorld ? math::wattsStrogatz(params.size, 6, 0.02, seed)
                                                     : math::barabasiAlbert(params.size, 3, seed);
  numerics::Random random(seed);
  made.places.resize(2, made.graph.nodeCount);
  for (Eigen::Index node = 0; node < made.places.cols(); ++node) {
    const double radius = scatter * std::sqrt(random.uniform(0, 1));
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    made.places.col(node) = Eigen::Vector2d(radius * std::cos(angle), radius * std::sin(angle));
    made.names.push_back(QString::number(node));
  }
  made.pinned.assign(math::asIndex(made.graph.nodeCount), false);
  return made;
}

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  GivenGraph made = given(params, true);
  result.graph = std::move(made.graph);
  result.degrees = math::degrees(result.graph);
  result.parts = math::components(result.graph);
  if (params.source == Source::Drawn) {
    result.adjacency = math::adjacencyMatrix(result.graph);
    result.laplacian = math::laplacianMatrix(result.graph);
  }
  result.positions = history.back().positions;
  result.names = std::move(made.names);
  result.chosen = params.source == Source::Drawn ? chosenNode(params) : -1;
  result.pinned = std::move(made.pinned);
  for (int node = 0; node < result.nodeCount(); ++node)
    if (result.pinned[math::asIndex(node)])
      result.pinMovement =
          std::max(result.pinMovement, (result.positions.col(node) - made.places.col(node)).norm());
  const Eigen::VectorXd x = result.positions.row(0).transpose();
  const math::Graph both = math::undirected(result.graph);
  double form = 0; // row after row of L, without the matrix
  for (int node = 0; node < both.nodeCount; ++node)
    for (const math::Arc& arc : both.arcsOf(node))
      form += x(node) * arc.weight * (x(node) - x(arc.node));
  result.quadraticGap = std::abs(form - math::laplacianForm(both, x));
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
