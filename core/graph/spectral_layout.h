#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"

#include <vector>

namespace eigenboard::graph {

/// x and y are the eigenvectors of λ₂ and λ₃ of the Laplacian L = D − A, which make Σ w (xᵢ − xⱼ)² least
/// among vectors of one length that are orthogonal to (1, …, 1). Each component is laid out by itself, both
/// of its vectors times length · n/4 with n its nodes, and then the components are packed side by side: of
/// the whole graph the lowest eigenvectors would only tell the components apart. A component of one node is a
/// point, one of two nodes a line. Nodes with the same neighbors coincide. Cost: that of
/// lowestLaplacianPairs. Source: Hall 1970; Koren 2005.
Positions spectralLayout(const Graph& graph, double length);

/// A graph of some of the nodes, in the order given, with the edges between them.
Graph subgraph(const Graph& graph, const std::vector<int>& nodes);

} // namespace eigenboard::graph
