#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

namespace eigenboard::graph {

/// A, n × n: A(i, j) is the sum of the weights of the edges from i to j; symmetric for an undirected graph,
/// whose self-loops stand once on the diagonal. Cost: O(n²).
Eigen::MatrixXd adjacencyMatrix(const Graph& graph);

/// L = D − A, D the diagonal of the row sums of A; rows sum to 0. For an undirected graph without negative
/// weights it is positive semidefinite, xᵀLx = Σ w (xᵢ − xⱼ)² over the edges, and the multiplicity of its
/// eigenvalue 0 is the number of components. Cost: O(n²).
Eigen::MatrixXd laplacianMatrix(const Graph& graph);

/// D^(−1/2) L D^(−1/2), where a node with D not positive has a row and column of zeros. For an undirected
/// graph without negative weights its eigenvalues lie in [0, 2]. Cost: O(n²). Source: Chung, Spectral Graph
/// Theory, section 1.2.
Eigen::MatrixXd normalizedLaplacian(const Graph& graph);

/// The row sums of A: each node's outgoing weight, a self-loop counted once. Cost: O(n + m).
Eigen::VectorXd rowSums(const Graph& graph);

/// A X and L X for n rows of numbers, without the matrices. Cost: O((n + m) columns).
Eigen::MatrixXd adjacencyTimes(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& X);
Eigen::MatrixXd laplacianTimes(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& X);

/// Σ w (xᵢ − xⱼ)² over the edges, which is xᵀLx of the graph without its directions; a sum of squares, so it
/// keeps its digits where xᵀLx would cancel. x: n numbers. Cost: O(m).
double laplacianForm(const Graph& graph, const Eigen::VectorXd& x);

} // namespace eigenboard::graph
