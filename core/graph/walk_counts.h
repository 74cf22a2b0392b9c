#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

namespace eigenboard::graph {

/// Aᵏ, n × n, A the number of edges from i to j (weights do not count): entry (i, j) is the number of walks
/// of k edges from i to j. A walk may use an edge again, also back the way it came. The identity for k ≤ 0:
/// the walk that stays. Exact up to 2⁵³. Cost: O(k n³). Source: Stanley, Algebraic Combinatorics, theorem
/// 1.1.
Eigen::MatrixXd walkCounts(const Graph& graph, int k);

/// tr(A³)/6, directions and self-loops aside: each triangle is a closed walk of three edges from each of its
/// corners, either way round. Exact for the simple graphs it is meant for. Cost: O(n³).
double triangles(const Graph& graph);

} // namespace eigenboard::graph
