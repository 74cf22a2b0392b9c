#include "core/graph/random_walk.h"

#include "core/graph/as_index.h"
#include "core/graph/transitions.h"
#include "core/numerics/random.h"

#include <algorithm>

namespace eigenboard::graph {

RandomWalk startWalk(const Graph& graph, int start) {
  RandomWalk walk;
  walk.start = start;
  walk.visits.assign(static_cast<std::size_t>(graph.nodeCount), 0);
  if (start >= 0 && start < graph.nodeCount) {
    walk.node = start;
    walk.visits[asIndex(start)] = 1;
  }
  return walk;
}

RandomWalk nextWalk(const Graph& graph, double restart, std::uint64_t seed, RandomWalk walk) {
  if (walk.node < 0)
    return walk;
  numerics::Random mixed(seed ^ (static_cast<std::uint64_t>(walk.step) * 0x9e3779b97f4a7c15ULL));
  numerics::Random random(mixed.bits()); // neighboring steps would share their numbers otherwise
  const bool isRestart = random.uniform(0, 1) < restart;
  double left = random.uniform(0, 1);
  int edge = -1;
  int target = walk.start;
  if (!isRestart)
    visitTransitions(graph, walk.node, [&](const Arc& arc, double p) {
      if (left < 0)
        return;
      edge = arc.edge; // the last one stays when rounding leaves a rest
      target = arc.node;
      left -= p;
    });
  walk.edge = edge;
  walk.node = target;
  ++walk.step;
  ++walk.visits[asIndex(target)];
  return walk;
}

Eigen::VectorXd nextDistribution(const Graph& graph, const Eigen::VectorXd& p) {
  Eigen::VectorXd next = Eigen::VectorXd::Zero(graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node) {
    const auto follow = [&](const Arc& arc, double share) { next(arc.node) += p(node) * share; };
    if (!visitTransitions(graph, node, follow))
      next(node) += p(node);
  }
  return next;
}

Eigen::VectorXd stationaryDistribution(const Graph& graph) {
  double largest = 0;
  for (const Edge& edge : graph.edges)
    largest = std::max(largest, edge.weight);
  if (largest == 0)
    return Eigen::VectorXd::Constant(graph.nodeCount, 1.0 / std::max(graph.nodeCount, 1));
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node)
    for (const Arc& arc : graph.arcsOf(node))
      sums(node) += std::max(arc.weight, 0.0) / largest;
  return sums / sums.sum();
}

} // namespace eigenboard::graph
