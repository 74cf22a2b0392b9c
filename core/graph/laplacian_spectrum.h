#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::graph {

/// Eigenvalues ascending, an eigenvector of length 1 a column, its largest entry (the first of those within a
/// rounding) positive.
struct LaplacianSpectrum {
  Eigen::VectorXd values;
  Eigen::MatrixXd vectors;
  double residual = 0; ///< the largest ‖Lv − λv‖; large where the iterations allowed did not bring it down
};

/// The k lowest eigenpairs of L = D − A of the graph without its directions (k is taken as at most n). The
/// first is 0 with a constant vector; as many are 0 as there are components. Up to 300 nodes, or k > n/8, by
/// Eigen's dense solver, O(n³); beyond by LOBPCG, O((m + nk) k) an iteration, at most 2000 of them, until the
/// residual is below 1e-10 of the largest row sum. Source: Knyazev 2001. Weights below 0 make the order, not
/// the pairs, another.
LaplacianSpectrum lowestLaplacianPairs(const Graph& graph, int k);

/// λ₂ and its vector, whose signs part the graph where few edges cross. Empty vector with fewer than two
/// nodes. Source: Fiedler 1973.
struct FiedlerPair {
  double value = 0; ///< the algebraic connectivity; 0 when the graph is not connected
  Eigen::VectorXd vector;
};
FiedlerPair fiedlerPair(const Graph& graph);

/// On which side of 0 each entry of such a vector is; entries within 1e-9 of 0, which are 0 but for rounding,
/// count as positive.
std::vector<bool> positiveSides(const Eigen::VectorXd& vector);

/// Edges whose ends are on different sides. Cost: O(m).
int edgesCut(const Graph& graph, const std::vector<bool>& sides);

} // namespace eigenboard::graph
