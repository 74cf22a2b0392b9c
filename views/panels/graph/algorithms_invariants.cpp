#include "core/graph/matrices.h"
#include "core/graph/properties.h"
#include "views/panels/graph/algorithms_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// Of sums over all nodes, one in each step, of numbers up to size.
double sumRounding(const Result& r, double size) {
  return 8 * epsilon * (r.step + 2) * std::max(1, r.nodeCount()) * size;
}

panel::Invariant searchHolds(const Result& r) {
  const auto& s = std::get<math::GraphSearch>(r.state);
  int wrong = 0;
  const bool isBreadth = s.kind == math::SearchKind::BreadthFirst;
  for (int node = 0; node < r.nodeCount(); ++node) {
    const int depth = s.depth[static_cast<std::size_t>(node)];
    const double fewest = r.reference->distance(node);
    if (depth >= 0)
      wrong += (isBreadth ? depth != fewest : depth < fewest) ? 1 : 0;
  }
  return {"depth", isBreadth ? "\\operatorname{depth}(v) = d(s, v)" : "\\operatorname{depth}(v) \\ge d(s, v)",
          isBreadth
              ? Words::tr("Breadth first finds every node by as few edges as there can be.")
              : Words::tr("No tree knows a shorter way than there is; depth first may know a longer one."),
          static_cast<double>(wrong), 0};
}

panel::Invariant orderHolds(const Result& r) {
  const auto& s = std::get<math::TopologicalOrder>(r.state);
  std::vector<int> place(static_cast<std::size_t>(r.nodeCount()), -1);
  for (std::size_t i = 0; i < s.order.size(); ++i)
    place[static_cast<std::size_t>(s.order[i])] = static_cast<int>(i);
  int wrong = 0;
  for (const math::Edge& edge : r.world->graph.edges) {
    const int from = place[static_cast<std::size_t>(edge.from)];
    const int to = place[static_cast<std::size_t>(edge.to)];
    wrong += to >= 0 && (from < 0 || from > to) ? 1 : 0;
  }
  return {"forward", "u \\to v \\;\\Rightarrow\\; u \\text{ " + Words::tr("before") + " } v",
          Words::tr("No node is placed before one that leads to it."), static_cast<double>(wrong), 0};
}

void addPathsHold(const Params& params, const Result& r, std::vector<panel::Invariant>& list) {
  const auto& s = std::get<math::ShortestPaths>(r.state);
  double below = 0;
  double above = 0;
  double size = 1;
  for (int node = 0; node < r.nodeCount() && s.fault == math::PathFault::None; ++node)
    if (std::isfinite(s.distance(node))) {
      below = std::max(below, r.reference->distance(node) - s.distance(node));
      size = std::max(size, s.distance(node));
    }
  // Nodes taken with a guess that promises no more than the truth, or none at all, are settled for good.
  const double factor = params.algorithm == Algorithm::AStar ? std::max(1.0, params.factor) : 1;
  for (const int node : s.order)
    if (factor == 1 || node == s.target)
      above = std::max(above, s.distance(node) - factor * r.reference->distance(node));
  const double rounding = sumRounding(r, size * factor);
  list.push_back({"least", "d(v) \\ge d(s, v)", Words::tr("No path found is shorter than the shortest."),
                  below, rounding});
  if (params.algorithm == Algorithm::AStar && factor > 1)
    list.push_back({"bounded", "d(t) \\le f \\cdot d(s, t)",
                    Words::tr("A path found by an f-fold guess is at most f times too long."), above,
                    rounding});
  else
    list.push_back({"settled", "d(v) = d(s, v) \\text{ " + Words::tr("once settled") + "}",
                    Words::tr("What has left the queue has its shortest path, as Bellman and Ford find it."),
                    above, rounding});
}

void addTreeHolds(const Result& r, std::vector<panel::Invariant>& list) {
  std::vector<math::Edge> edges;
  const auto* kruskal = std::get_if<math::Kruskal>(&r.state);
  const auto& accepted = kruskal ? kruskal->accepted : std::get<math::Prim>(r.state).accepted;
  double size = 1;
  for (const int edge : accepted) {
    edges.push_back(r.world->graph.edges[static_cast<std::size_t>(edge)]);
    size += std::abs(edges.back().weight);
  }
  const int parts = math::components(math::makeGraph(r.nodeCount(), edges).graph).count;
  list.push_back({"forest", "c(T) = n - m_T",
                  Words::tr("Every edge taken joins two trees: none closes a cycle."),
                  static_cast<double>(parts - (r.nodeCount() - treeEdges(r))), 0});
  list.push_back({"least", "w(T) = w_{\\min} \\text{ " + Words::tr("at the end") + "}",
                  Words::tr("Kruskal and Prim end with the same weight."),
                  r.isOver ? treeWeight(r) - r.reference->treeWeight : 0, sumRounding(r, size)});
}

panel::Invariant massHolds(const Result& r) {
  return {"mass", "\\textstyle\\sum_v r_v = 1", Words::tr("No mass is lost and none comes in."),
          r.nodeCount() > 0 ? r.features.sum() - 1 : 0, sumRounding(r, 1)};
}

panel::Invariant contractionHolds(const Result& r, const QString& statement, const QString& meaning,
                                  double size) {
  const double bound = std::pow(r.reference->rate, r.step) * r.reference->firstGap;
  return {"contraction", statement, meaning, std::max(0.0, r.gap - bound), sumRounding(r, size)};
}

/// Which nodes a walk of so many edges leads to; edges without weight lead nowhere where weights count.
std::vector<bool> walkedTo(const Result& r, bool weightsCount) {
  std::vector<bool> here(static_cast<std::size_t>(r.nodeCount()), false);
  if (r.world->source >= 0)
    here[static_cast<std::size_t>(r.world->source)] = true;
  for (int step = 0; step < r.step; ++step) {
    std::vector<bool> there(here.size(), false);
    for (int node = 0; node < r.nodeCount(); ++node)
      for (const math::Arc& arc : r.world->graph.arcsOf(node))
        if (here[static_cast<std::size_t>(node)] && (arc.weight > 0 || !weightsCount))
          there[static_cast<std::size_t>(arc.node)] = true;
    here = there;
  }
  return here;
}

panel::Invariant messagesHold(const Params& params, const Result& r) {
  const std::vector<bool> walked = walkedTo(r, params.gathering != Gathering::Maximum);
  int wrong = 0;
  for (int node = 0; node < r.nodeCount(); ++node)
    wrong += (r.features(node, 0) > 0) != walked[static_cast<std::size_t>(node)] ? 1 : 0;
  return {"field", "x_v > 0 \\iff s \\overset{k}{\\leadsto} v",
          Words::tr("A node holds something if and only if a walk of k edges leads there from the start."),
          static_cast<double>(wrong), 0};
}

void addLayersHold(const Result& r, std::vector<panel::Invariant>& list) {
  const Eigen::VectorXd root = (math::rowSums(r.world->graph).array() + 1).sqrt();
  double lost = 0;
  if (r.nodeCount() > 0)
    lost = std::max(std::abs(root.dot(r.features.col(0)) - root(r.world->source)),
                    std::abs(root.dot(r.features.col(1)) - root(r.world->goal)));
  const double size = r.nodeCount() > 0 ? root.maxCoeff() * root.maxCoeff() : 1;
  list.push_back({"kept", "\\textstyle\\sum_v \\sqrt{\\tilde d_v}\\, x_v",
                  Words::tr("Keeps its value: the square roots of the degrees are the eigenvector of "
                            "eigenvalue 1, so this part is not smoothed away."),
                  lost, sumRounding(r, size)});
  list.push_back(contractionHolds(
      r, "\\lVert X_k - X_\\infty \\rVert \\le |\\lambda_2|^k \\lVert X_0 - X_\\infty \\rVert",
      Words::tr("Every layer shrinks what is left by the second eigenvalue at least."), size));
}

void addLabelsHold(const Result& r, std::vector<panel::Invariant>& list) {
  double changed = 0;
  double beyond = 0;
  for (int node = 0; node < r.nodeCount(); ++node) {
    const int known = r.world->known[static_cast<std::size_t>(node)];
    if (known >= 0)
      changed = std::max(changed, std::abs(r.features(node, known) - 1));
    beyond = std::max({beyond, r.features.row(node).sum() - 1, -r.features.row(node).minCoeff()});
  }
  list.push_back(
      {"known", "F_s = (1, 0),\\; F_t = (0, 1)", Words::tr("What is known stays as it is."), changed, 0});
  list.push_back({"shares", "0 \\le F,\\; \\textstyle\\sum_c F_{vc} \\le 1",
                  Words::tr("Means of shares are shares."), std::max(0.0, beyond), sumRounding(r, 1)});
}

} // namespace

std::vector<panel::Invariant> invariants(const Params& params, const Result& r) {
  std::vector<panel::Invariant> list;
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
  case Algorithm::DepthFirst:
    return {searchHolds(r)};
  case Algorithm::Topological:
    return {orderHolds(r)};
  case Algorithm::Dijkstra:
  case Algorithm::AStar:
    addPathsHold(params, r, list);
    break;
  case Algorithm::Kruskal:
  case Algorithm::Prim:
    addTreeHolds(r, list);
    break;
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    return {massHolds(r),
            contractionHolds(r, "\\lVert r_k - r \\rVert_1 \\le d^k \\lVert r_0 - r \\rVert_1",
                             Words::tr("Every step shrinks the distance to the limit by d at least."), 1)};
  case Algorithm::Walk:
    return {massHolds(r)};
  case Algorithm::Messages:
    return {messagesHold(params, r)};
  case Algorithm::Convolution:
    addLayersHold(r, list);
    break;
  case Algorithm::Labels:
    addLabelsHold(r, list);
    break;
  }
  return list;
}

} // namespace eigenboard::panels::graph::algorithms_panel
