#include "core/graph/laplacian_spectrum.h"

#include "core/graph/as_index.h"
#include "core/graph/matrices.h"
#include "core/numerics/random.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace eigenboard::graph {

namespace {

constexpr int densestNodes = 300;
constexpr int mostSpectrumIterations = 2000;

/// Eigenvectors are given up to their sign only: one is chosen so that pictures do not flip.
void fixSigns(Eigen::MatrixXd& vectors) {
  for (Eigen::Index column = 0; column < vectors.cols(); ++column) {
    const double largest = vectors.col(column).lpNorm<Eigen::Infinity>();
    for (Eigen::Index row = 0; row < vectors.rows(); ++row)
      if (std::abs(vectors(row, column)) >= largest * (1 - 1e-9)) {
        if (vectors(row, column) < 0)
          vectors.col(column) *= -1;
        break;
      }
  }
}

Eigen::MatrixXd orthonormal(const Eigen::MatrixXd& columns) {
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(columns);
  return qr.householderQ() * Eigen::MatrixXd::Identity(columns.rows(), columns.cols());
}

/// LOBPCG with the diagonal as preconditioner; each basis is made orthonormal anew, which costs little more
/// and does not break down near convergence.
Eigen::MatrixXd lowestVectors(const Graph& graph, int k) {
  const Eigen::Index n = graph.nodeCount;
  const Eigen::Index block =
      std::min<Eigen::Index>(n / 4, k + 3); // a few more make the wanted ones come sooner
  const Eigen::VectorXd sums = rowSums(graph);
  const Eigen::VectorXd inverse = sums.unaryExpr([](double sum) { return sum > 0 ? 1 / sum : 1; });
  numerics::Random random(1);
  Eigen::MatrixXd X = Eigen::MatrixXd::NullaryExpr(n, block, [&] { return random.uniform(-1, 1); });
  X.col(0).setOnes();
  X = orthonormal(X);
  Eigen::MatrixXd P(n, 0);
  for (int iteration = 0; iteration < mostSpectrumIterations; ++iteration) {
    const Eigen::MatrixXd LX = laplacianTimes(graph, X);
    const Eigen::VectorXd values = (X.transpose() * LX).diagonal();
    const Eigen::MatrixXd residual = LX - X * values.asDiagonal();
    if (!(residual.leftCols(k).colwise().norm().maxCoeff() > 1e-10 * sums.cwiseAbs().maxCoeff()))
      break;
    Eigen::MatrixXd basis(n, 2 * block + P.cols());
    basis << X, inverse.asDiagonal() * residual, P;
    basis = orthonormal(basis);
    const Eigen::MatrixXd projected = basis.transpose() * laplacianTimes(graph, basis);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small((projected + projected.transpose()) / 2);
    const Eigen::MatrixXd chosen = small.eigenvectors().leftCols(block);
    // The part of the step that is not in X is the direction to go on in.
    const Eigen::MatrixXd next = basis * chosen;
    P = basis.rightCols(basis.cols() - block) * chosen.bottomRows(basis.cols() - block);
    for (Eigen::Index column = 0; column < P.cols(); ++column)
      if (const double length = P.col(column).norm(); length > 0)
        P.col(column) /= length;
    X = next;
  }
  return X.leftCols(k);
}

} // namespace

LaplacianSpectrum lowestLaplacianPairs(const Graph& graph, int k) {
  const Graph both = undirected(graph);
  k = std::clamp(k, 0, graph.nodeCount);
  LaplacianSpectrum result;
  if (k == 0)
    return result;
  if (graph.nodeCount <= densestNodes || k > graph.nodeCount / 8) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(laplacianMatrix(both));
    result.values = solver.eigenvalues().head(k);
    result.vectors = solver.eigenvectors().leftCols(k);
  } else {
    result.vectors = lowestVectors(both, k);
    result.values = (result.vectors.transpose() * laplacianTimes(both, result.vectors)).diagonal();
  }
  fixSigns(result.vectors);
  result.residual = (laplacianTimes(both, result.vectors) - result.vectors * result.values.asDiagonal())
                        .colwise()
                        .norm()
                        .maxCoeff();
  return result;
}

FiedlerPair fiedlerPair(const Graph& graph) {
  if (graph.nodeCount < 2)
    return {};
  const LaplacianSpectrum spectrum = lowestLaplacianPairs(graph, 2);
  return {spectrum.values(1), spectrum.vectors.col(1)};
}

std::vector<bool> positiveSides(const Eigen::VectorXd& vector) {
  constexpr double rounding = 1e-9;
  std::vector<bool> sides;
  for (const double entry : vector)
    sides.push_back(entry > -rounding);
  return sides;
}

int edgesCut(const Graph& graph, const std::vector<bool>& sides) {
  return static_cast<int>(std::count_if(graph.edges.begin(), graph.edges.end(), [&sides](const Edge& edge) {
    return sides[asIndex(edge.from)] != sides[asIndex(edge.to)];
  }));
}

} // namespace eigenboard::graph
