#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::graph {

/// Labels known at some nodes, spread to the others along edges.
struct LabelPropagation {
  Eigen::MatrixXd share; ///< n × classes: how much each node is of each class; rows of known nodes are fixed
  std::vector<int> known; ///< the class of each node; −1: not known
  double change = 0;      ///< the largest change of a share in the last step
  int step = 0;
};

/// Known nodes are all of their class, the others of none yet. A class outside 0 … classCount − 1, and a node
/// beyond the list, is not known.
LabelPropagation startLabelPropagation(const Graph& graph, const std::vector<int>& known, int classCount);

/// Every node that is not known takes the mean of its neighbors, by positive weight; a node without stays.
/// The limit is harmonic: L_uu F_u = W_ul Y_l. Cost: O((n + m) classes). Source: Zhu, Ghahramani and Lafferty
/// 2003.
LabelPropagation nextLabelPropagation(const Graph& graph, const LabelPropagation& state);

/// The limit of the steps, from its linear system: the shares of every node that is not known are the mean of
/// its neighbors'. Zeros where no known node can be reached. Cost: O(n³). Source: as above, equation 5.
Eigen::MatrixXd harmonicShares(const Graph& graph, const std::vector<int>& known, int classCount);

/// The class with the largest share, the lowest of equal ones; −1 where none has reached the node.
std::vector<int> labels(const LabelPropagation& state);

} // namespace eigenboard::graph
