#include "core/graph/page_rank.h"

#include "core/graph/transitions.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::graph {

PageRank startPageRank(const Graph& graph) {
  return {Eigen::VectorXd::Constant(graph.nodeCount, 1.0 / std::max(graph.nodeCount, 1)), 0, 0};
}

PageRank nextPageRank(const Graph& graph, double damping, const PageRank& state) {
  const double d = std::isnan(damping) ? 0.85 : std::clamp(damping, 0.0, 1.0);
  PageRank next{Eigen::VectorXd::Zero(graph.nodeCount), 0, state.step + 1};
  if (graph.nodeCount == 0)
    return next;
  double dangling = 0;
  for (int node = 0; node < graph.nodeCount; ++node) {
    const auto follow = [&](const Arc& arc, double p) { next.rank(arc.node) += state.rank(node) * p; };
    if (!visitTransitions(graph, node, follow))
      dangling += state.rank(node);
  }
  const double everywhere = (d * dangling + (1 - d) * state.rank.sum()) / graph.nodeCount;
  next.rank = (d * next.rank).array() + everywhere;
  next.change = (next.rank - state.rank).lpNorm<1>();
  return next;
}

} // namespace eigenboard::graph
