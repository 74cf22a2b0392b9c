#include "core/graph/label_propagation.h"

#include "core/graph/as_index.h"

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
