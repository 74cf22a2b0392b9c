#include "core/graph/message_passing.h"

#include "core/graph/as_index.h"
#include "core/graph/matrices.h"
#include "core/graph/properties.h"

#include <Eigen/Eigenvalues>

#include <cmath>
#include <utility>

namespace eigenboard::graph {

Eigen::MatrixXd gathered(const Graph& graph, Aggregation aggregation,
                         const Eigen::Ref<const Eigen::MatrixXd>& features) {
  const Graph arriving = reversed(graph);
  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(features.rows(), features.cols());
  for (int node = 0; node < graph.nodeCount; ++node) {
    const auto arcs = arriving.arcsOf(node);
    if (arcs.empty())
      continue;
    if (aggregation == Aggregation::Maximum) {
      result.row(node) = features.row(arcs.front().node);
      for (const Arc& arc : arcs)
        result.row(node) = result.row(node).cwiseMax(features.row(arc.node)).eval();
      continue;
    }
    for (const Arc& arc : arcs)
      result.row(node) += arc.weight * features.row(arc.node);
    if (aggregation == Aggregation::Mean)
      result.row(node) /= static_cast<double>(arcs.size());
  }
  return result;
}

Eigen::MatrixXd convolved(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& features) {
  const Graph both = undirected(graph);
  const Eigen::VectorXd scale = rowSums(both).unaryExpr(
      [](double sum) { return sum + 1 > 0 && std::isfinite(sum) ? 1 / std::sqrt(sum + 1) : 0; });
  const Eigen::MatrixXd scaled = scale.asDiagonal() * features;
  return scale.asDiagonal() * (adjacencyTimes(both, scaled) + scaled);
}

Eigen::MatrixXd graphConvolution(const Graph& graph, const Eigen::MatrixXd& H, const Eigen::MatrixXd& W,
                                 Activation activation) {
  if (H.rows() != graph.nodeCount || H.cols() != W.rows())
    return Eigen::MatrixXd(graph.nodeCount, 0);
  const Eigen::MatrixXd mixed = convolved(graph, H) * W;
  return activation == Activation::Rectifier ? Eigen::MatrixXd(mixed.cwiseMax(0.0)) : mixed;
}

Smoothing smoothing(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& features) {
  const int n = graph.nodeCount;
  std::vector<Edge> joining;
  for (const Edge& edge : graph.edges)
    if (edge.weight > 0)
      joining.push_back(edge);
  const Graph joined = makeGraph(n, std::move(joining)).graph;
  const Components parts = components(joined);
  const Eigen::VectorXd root = (rowSums(joined).array() + 1).sqrt();
  Eigen::MatrixXd u = Eigen::MatrixXd::Zero(n, parts.count);
  for (int node = 0; node < n; ++node)
    u(node, parts.component[asIndex(node)]) = root(node);
  u.colwise().normalize();
  Smoothing result;
  result.limit = u * (u.transpose() * features);
  if (n > parts.count) {
    Eigen::MatrixXd rest = convolved(joined, Eigen::MatrixXd::Identity(n, n)) - u * u.transpose();
    rest = (rest + rest.transpose().eval()) / 2;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(rest, Eigen::EigenvaluesOnly);
    result.rate = solver.eigenvalues().cwiseAbs().maxCoeff();
  }
  return result;
}

} // namespace eigenboard::graph
