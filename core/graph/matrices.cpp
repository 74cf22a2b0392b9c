#include "core/graph/matrices.h"

#include <cmath>

namespace eigenboard::graph {

Eigen::MatrixXd adjacencyMatrix(const Graph& graph) {
  Eigen::MatrixXd A = Eigen::MatrixXd::Zero(graph.nodeCount, graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node)
    for (const Arc& arc : graph.arcsOf(node))
      A(node, arc.node) += arc.weight;
  return A;
}

Eigen::MatrixXd laplacianMatrix(const Graph& graph) {
  const Eigen::MatrixXd A = adjacencyMatrix(graph);
  return Eigen::MatrixXd(A.rowwise().sum().asDiagonal()) - A;
}

Eigen::MatrixXd normalizedLaplacian(const Graph& graph) {
  const Eigen::VectorXd scale =
      rowSums(graph).unaryExpr([](double sum) { return sum > 0 ? 1 / std::sqrt(sum) : 0; });
  return scale.asDiagonal() * laplacianMatrix(graph) * scale.asDiagonal();
}

Eigen::VectorXd rowSums(const Graph& graph) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node)
    for (const Arc& arc : graph.arcsOf(node))
      sums(node) += arc.weight;
  return sums;
}

Eigen::MatrixXd adjacencyTimes(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& X) {
  Eigen::MatrixXd product = Eigen::MatrixXd::Zero(X.rows(), X.cols());
  for (Eigen::Index column = 0; column < X.cols(); ++column)
    for (int node = 0; node < graph.nodeCount; ++node)
      for (const Arc& arc : graph.arcsOf(node))
        product(node, column) += arc.weight * X(arc.node, column);
  return product;
}

Eigen::MatrixXd laplacianTimes(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& X) {
  Eigen::MatrixXd product = Eigen::MatrixXd::Zero(X.rows(), X.cols());
  for (Eigen::Index column = 0; column < X.cols(); ++column)
    for (int node = 0; node < graph.nodeCount; ++node)
      for (const Arc& arc : graph.arcsOf(node))
        product(node, column) += arc.weight * (X(node, column) - X(arc.node, column));
  return product;
}

double laplacianForm(const Graph& graph, const Eigen::VectorXd& x) {
  double sum = 0;
  for (const Edge& edge : graph.edges)
    sum += edge.weight * (x(edge.from) - x(edge.to)) * (x(edge.from) - x(edge.to));
  return sum;
}

} // namespace eigenboard::graph
