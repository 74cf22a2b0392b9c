#include "core/graph/page_rank.h"

#include "core/graph/transitions.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace eigenboard::graph {

PageRank startPageRank(const Graph& graph) {
  return {Eigen::VectorXd::Constant(graph.nodeCount, 1.0 / std::max(graph.nodeCount, 1)), 0, 0};
}

namespace {

double inUnit(double damping) {
  return std::isnan(damping) ? 0.85 : std::clamp(damping, 0.0, 1.0);
}

Eigen::VectorXd shares(const Graph& graph, const Eigen::VectorXd& restart) {
  const double sum = restart.sum();
  const bool isGiven = restart.size() == graph.nodeCount && restart.allFinite() && sum > 0 &&
                       std::isfinite(sum) && restart.minCoeff() >= 0;
  return isGiven ? Eigen::VectorXd(restart / sum)
                 : Eigen::VectorXd::Constant(graph.nodeCount, 1.0 / std::max(graph.nodeCount, 1));
}

} // namespace

PageRank nextPageRank(const Graph& graph, double damping, const PageRank& state) {
  return nextPageRank(graph, damping, Eigen::VectorXd(), state);
}

PageRank nextPageRank(const Graph& graph, double damping, const Eigen::VectorXd& restart,
                      const PageRank& state) {
  const double d = inUnit(damping);
  PageRank next{Eigen::VectorXd::Zero(graph.nodeCount), 0, state.step + 1};
  if (graph.nodeCount == 0)
    return next;
  double dangling = 0;
  for (int node = 0; node < graph.nodeCount; ++node) {
    const auto follow = [&](const Arc& arc, double p) { next.rank(arc.node) += state.rank(node) * p; };
    if (!visitTransitions(graph, node, follow))
      dangling += state.rank(node);
  }
  next.rank = d * next.rank + (d * dangling + (1 - d) * state.rank.sum()) * shares(graph, restart);
  next.change = (next.rank - state.rank).lpNorm<1>();
  return next;
}

Eigen::VectorXd exactPageRank(const Graph& graph, double damping, const Eigen::VectorXd& restart) {
  const double d = inUnit(damping);
  if (d >= 1 || graph.nodeCount == 0)
    return {};
  const Eigen::VectorXd q = shares(graph, restart);
  Eigen::MatrixXd system = Eigen::MatrixXd::Identity(graph.nodeCount, graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node) {
    const auto follow = [&](const Arc& arc, double p) { system(arc.node, node) -= d * p; };
    if (!visitTransitions(graph, node, follow))
      system.col(node) -= d * q;
  }
  return system.partialPivLu().solve((1 - d) * q);
}

} // namespace eigenboard::graph
