#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::graph {

/// The number of edge ends at each node: a self-loop counts 2. In a directed graph the edges that leave plus
/// those that arrive. Sums to 2m (the handshake lemma). Cost: O(n + m).
std::vector<int> degrees(const Graph& graph);

/// Of a directed graph the edges that leave each node, and those that arrive; of an undirected one the
/// degree.
std::vector<int> outDegrees(const Graph& graph);
std::vector<int> inDegrees(const Graph& graph);

/// How many nodes have the degree 0, 1, 2, … up to the largest; empty without nodes. Cost: O(n + m).
std::vector<int> degreeCounts(const Graph& graph);

/// m over the number of pairs: 2m/(n(n − 1)), directed m/(n(n − 1)). 0 with fewer than two nodes; above 1
/// where self-loops or parallel edges make it so.
double density(const Graph& graph);

/// A numbering of parts: component[v] in 0 … count − 1.
struct Components {
  std::vector<int> component;
  int count = 0;
};

/// Parts that no edge leaves, whatever the directions, numbered in the order of their first nodes. Cost:
/// O(n + m).
Components components(const Graph& graph);

/// The largest sets in which every node reaches every other along directions, numbered so that edges between
/// them lead from a higher to a lower number. For an undirected graph its components. Cost: O(n + m). Source:
/// Tarjan 1972.
Components strongComponents(const Graph& graph);

/// For each node the share of pairs of its neighbors that are joined; 0 with fewer than two neighbors.
/// Directions, weights, self-loops and parallel edges do not count. Cost: O(Σ degree² log(degree)). Source:
/// Watts and Strogatz 1998.
Eigen::VectorXd clustering(const Graph& graph);

/// 3 · triangles over paths of two edges, counted the same way; 0 without such paths.
double transitivity(const Graph& graph);

} // namespace eigenboard::graph
