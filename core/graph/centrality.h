#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

namespace eigenboard::graph {

/// For each node (r/(n − 1)) · (r/total), r the number of others that reach it and total the sum of their
/// distances to it in edges; 0 where none does. Cost: O(n(n + m)). Source: Wasserman and Faust 1994, equation
/// 5.22, which keeps nodes of different components comparable.
Eigen::VectorXd closeness(const Graph& graph);

struct Betweenness {
  Eigen::VectorXd node; ///< n numbers
  Eigen::VectorXd edge; ///< m numbers
};

/// The sum over ordered pairs of other nodes of the share of their shortest paths (in edges) that pass
/// through the node or the edge, over the number of such pairs: (n − 1)(n − 2) for a node, n(n − 1) for an
/// edge. Each of parallel edges carries its own paths. Cost: O(n(n + m)). Source: Brandes 2001, 2008.
Betweenness betweenness(const Graph& graph);

/// The eigenvector of the largest eigenvalue λ of A, where node i takes Σ of what arrives (Aᵀ in a directed
/// graph), of length 1 and not negative where weights are not.
struct EigenvectorCentrality {
  Eigen::VectorXd values;
  double eigenvalue = 0; ///< xᵀAᵀx
  double residual = 0;   ///< ‖Aᵀx − λx‖: large where the steps allowed did not bring it down
  int iterations = 0;
};

/// Power iteration on A + I, the same eigenvectors without the ping-pong of bipartite graphs, from equal
/// values, until a step changes less than 1e-14 n or 5000 are done. Of several components the one with the
/// largest eigenvalue wins all. Without edges the equal values stay. Cost: O((n + m) iterations).
EigenvectorCentrality eigenvectorCentrality(const Graph& graph);

} // namespace eigenboard::graph
