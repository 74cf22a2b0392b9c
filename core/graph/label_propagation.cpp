#include "core/graph/label_propagation.h"

#include "core/graph/as_index.h"
#include "core/graph/transitions.h"

#include <Eigen/LU>

#include <algorithm>

namespace eigenboard::graph {

LabelPropagation startLabelPropagation(const Graph& graph, const std::vector<int>& known, int classCount) {
  classCount = std::max(classCount, 0);
  LabelPropagation state;
  state.share = Eigen::MatrixXd::Zero(graph.nodeCount, classCount);
  state.known.assign(static_cast<std::size_t>(graph.nodeCount), -1);
  for (int node = 0; node < std::min(graph.nodeCount, static_cast<int>(known.size())); ++node)
    if (known[asIndex(node)] >= 0 && known[asIndex(node)] < classCount) {
      state.known[asIndex(node)] = known[asIndex(node)];
      state.share(node, known[asIndex(node)]) = 1;
    }
  return state;
}

LabelPropagation nextLabelPropagation(const Graph& graph, const LabelPropagation& state) {
  LabelPropagation next = state;
  ++next.step;
  next.change = 0;
  Eigen::RowVectorXd sum(state.share.cols());
  for (int node = 0; node < graph.nodeCount; ++node) {
    if (state.known[asIndex(node)] >= 0)
      continue;
    double total = 0;
    sum.setZero();
    for (const Arc& arc : graph.arcsOf(node))
      if (arc.weight > 0) {
        total += arc.weight;
        sum += arc.weight * state.share.row(arc.node);
      }
    if (total == 0)
      continue;
    next.share.row(node) = sum / total;
    if (sum.size() > 0)
      next.change =
          std::max(next.change, (next.share.row(node) - state.share.row(node)).cwiseAbs().maxCoeff());
  }
  return next;
}

Eigen::MatrixXd harmonicShares(const Graph& graph, const std::vector<int>& known, int classCount) {
  const LabelPropagation start = startLabelPropagation(graph, known, classCount);
  // Backwards from what is known: the others stay at zero, and would make the system singular.
  std::vector<bool> isReached(asIndex(graph.nodeCount), false);
  std::vector<int> waiting;
  for (int node = 0; node < graph.nodeCount; ++node)
    if (start.known[asIndex(node)] >= 0) {
      isReached[asIndex(node)] = true;
      waiting.push_back(node);
    }
  const Graph arriving = reversed(graph);
  while (!waiting.empty()) {
    const int node = waiting.back();
    waiting.pop_back();
    for (const Arc& arc : arriving.arcsOf(node))
      if (arc.weight > 0 && !isReached[asIndex(arc.node)]) {
        isReached[asIndex(arc.node)] = true;
        waiting.push_back(arc.node);
      }
  }
  Eigen::MatrixXd system = Eigen::MatrixXd::Identity(graph.nodeCount, graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node)
    if (start.known[asIndex(node)] < 0 && isReached[asIndex(node)])
      visitTransitions(graph, node, [&](const Arc& arc, double p) {
        if (isReached[asIndex(arc.node)])
          system(node, arc.node) -= p;
      });
  return graph.nodeCount > 0 ? Eigen::MatrixXd(system.partialPivLu().solve(start.share)) : start.share;
}

std::vector<int> labels(const LabelPropagation& state) {
  std::vector<int> result;
  for (Eigen::Index node = 0; node < state.share.rows(); ++node) {
    Eigen::Index best = 0;
    const bool isReached = state.share.cols() > 0 && state.share.row(node).maxCoeff(&best) > 0;
    result.push_back(isReached ? static_cast<int>(best) : -1);
  }
  return result;
}

} // namespace eigenboard::graph
