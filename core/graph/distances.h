#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace eigenboard::graph {

/// The number of edges on a shortest path from the source to each node, along directions; −1 where there is
/// none, and everywhere when the source is not a node. Weights do not count. Cost: O(n + m).
std::vector<int> hopDistances(const Graph& graph, int source);

/// All pairs, row from, column to; −1 where there is no path. Cost: O(n(n + m)) and n² whole numbers.
Eigen::MatrixXi allHopDistances(const Graph& graph);

/// The longest of all shortest paths. Empty when some node does not reach some other, or without nodes. Cost:
/// O(n(n + m)).
std::optional<int> diameter(const Graph& graph);

} // namespace eigenboard::graph
