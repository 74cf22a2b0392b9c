#include "views/panels/graph/algorithms_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t mostLines = 14;
constexpr int mostNodesInOrder = 20; ///< with more, the largest of a diffusion come first

/// Fills in what a picture of the state shows.
class Portrait {
 public:
  explicit Portrait(Result& result) : r_(result), graph_(result.world->graph) {}

  void operator()(const math::GraphSearch& s) {
    paint(s.order, NodeLook::Done);
    paint(s.frontier, NodeLook::Waiting);
    r_.current = s.kind == math::SearchKind::DepthFirst ? (s.frontier.empty() ? -1 : s.frontier.back())
                 : s.order.empty()                      ? -1
                                                        : s.order.back();
    for (int node = 0; node < graph_.nodeCount; ++node)
      r_.value(node) = s.depth[at(node)] < 0 ? nothing : s.depth[at(node)];
    addTree(s.parentEdge);
    std::vector<int> waiting = s.frontier;
    if (s.kind == math::SearchKind::DepthFirst)
      std::reverse(waiting.begin(), waiting.end());
    r_.listsAnswer = waiting.empty();
    addNodes(waiting.empty() ? s.order : waiting);
    findPath(s.parent, s.parentEdge);
  }

  void operator()(const math::TopologicalOrder& s) {
    paint(s.order, NodeLook::Done);
    paint(s.frontier, NodeLook::Waiting);
    r_.current = s.order.empty() ? -1 : s.order.back();
    for (int edge = 0; edge < graph_.edgeCount(); ++edge)
      if (r_.nodes[at(graph_.edges[at(edge)].from)] == NodeLook::Done)
        r_.edges[at(edge)] = EdgeLook::Tree;
    for (std::size_t i = 0; i < s.cycle.size(); ++i)
      paintEdge(s.cycle[i], s.cycle[(i + 1) % s.cycle.size()], EdgeLook::Fault);
    std::vector<int> left;
    for (int node = 0; node < std::ssize(s.waiting); ++node)
      if (r_.nodes[at(node)] != NodeLook::Done) {
        r_.value(node) = s.waiting[at(node)];
        left.push_back(node);
      }
    std::stable_sort(left.begin(), left.end(),
                     [&](int a, int b) { return s.waiting[at(a)] < s.waiting[at(b)]; });
    if (!left.empty()) {
      addNodes(left);
      return;
    }
    r_.listsAnswer = true;
    for (std::size_t place = 0; place < s.order.size(); ++place)
      add(nodeName(r_, s.order[place]), static_cast<double>(place + 1), 0, s.order[place] == r_.current);
  }

  void operator()(const math::ShortestPaths& s) {
    for (int node = 0; node < graph_.nodeCount; ++node)
      if (std::isfinite(s.distance(node)) && s.fault == math::PathFault::None)
        r_.nodes[at(node)] = NodeLook::Waiting; // also what was found and left as the goal was reached
    paint(s.order, NodeLook::Done);
    paint(s.frontier, NodeLook::Waiting);
    r_.current = s.order.empty() ? -1 : s.order.back();
    for (int node = 0; node < graph_.nodeCount; ++node)
      r_.value(node) = std::isfinite(s.distance(node)) ? s.distance(node) : nothing;
    addTree(s.parentEdge);
    if (s.faultEdge >= 0)
      r_.edges[at(s.faultEdge)] = EdgeLook::Fault;
    std::vector<int> waiting = s.frontier;
    std::stable_sort(waiting.begin(), waiting.end(), [&](int a, int b) {
      return s.distance(a) + s.heuristic(a) < s.distance(b) + s.heuristic(b);
    });
    r_.listsAnswer = waiting.empty();
    for (const int node : waiting.empty() ? s.order : waiting)
      add(nodeName(r_, node), s.distance(node), s.heuristic(node), node == r_.current);
    findPath(s.parent, s.parentEdge);
  }

  void operator()(const math::Kruskal& s) {
    for (const int edge : s.accepted)
      r_.edges[at(edge)] = EdgeLook::Tree;
    for (const int edge : s.rejected)
      r_.edges[at(edge)] = EdgeLook::Rejected;
    const auto key = [&](int edge) { return std::pair(graph_.edges[at(edge)].weight, edge); };
    for (const auto* list : {&s.accepted, &s.rejected})
      if (!list->empty() && (r_.currentEdge < 0 || key(list->back()) > key(r_.currentEdge)))
        r_.currentEdge = list->back();
    for (const int edge : s.accepted)
      for (const int node : {graph_.edges[at(edge)].from, graph_.edges[at(edge)].to})
        r_.nodes[at(node)] = NodeLook::Done;
    r_.listsAnswer = s.queue.empty();
    if (s.queue.empty())
      addEdges(s.accepted);
    else
      addEdges({s.queue.rbegin(), s.queue.rend()});
  }

  void operator()(const math::Prim& s) {
    paint(s.order, NodeLook::Done);
    r_.current = s.order.empty() ? -1 : s.order.back();
    r_.currentEdge = s.accepted.empty() ? -1 : s.accepted.back();
    std::vector<int> candidates;
    for (int node = 0; node < graph_.nodeCount; ++node)
      if (!s.inTree[at(node)] && s.lightest[at(node)] >= 0) {
        r_.nodes[at(node)] = NodeLook::Waiting;
        r_.edges[at(s.lightest[at(node)])] = EdgeLook::Candidate;
        candidates.push_back(s.lightest[at(node)]);
      }
    for (const int edge : s.accepted)
      r_.edges[at(edge)] = EdgeLook::Tree;
    std::sort(candidates.begin(), candidates.end(), [&](int a, int b) {
      return std::pair(graph_.edges[at(a)].weight, a) < std::pair(graph_.edges[at(b)].weight, b);
    });
    r_.listsAnswer = candidates.empty();
    addEdges(candidates.empty() ? s.accepted : candidates);
  }

  void operator()(const math::PageRank& s) {
    r_.features = s.rank;
    r_.value = s.rank;
    addShares();
    if (r_.reference->limit.size() > 0)
      r_.gap = (s.rank - r_.reference->limit.col(0)).lpNorm<1>();
  }

  void operator()(const math::RandomWalk& s) {
    r_.current = s.node;
    r_.currentEdge = s.edge;
    r_.features = Eigen::MatrixXd::Zero(graph_.nodeCount, 1);
    for (int node = 0; node < graph_.nodeCount; ++node)
      r_.features(node, 0) = s.visits[at(node)] / (static_cast<double>(s.step) + 1);
    r_.value = r_.features;
    if (s.edge >= 0)
      r_.edges[at(s.edge)] = EdgeLook::Path;
    addShares();
    if (r_.reference->limit.size() > 0)
      r_.gap = (r_.features - r_.reference->limit).lpNorm<1>() / 2;
  }

  void operator()(const Features& s) {
    r_.features = s.X;
    if (s.X.cols() == 1)
      r_.value = s.X;
    addShares();
    if (r_.reference->limit.size() > 0)
      r_.gap = (s.X - r_.reference->limit).norm();
  }

  void operator()(const math::LabelPropagation& s) {
    r_.features = s.share;
    addShares();
    if (r_.reference->limit.size() > 0)
      r_.gap = (s.share - r_.reference->limit).lpNorm<Eigen::Infinity>();
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  void paint(const std::vector<int>& nodes, NodeLook look) {
    for (const int node : nodes)
      r_.nodes[at(node)] = look;
  }

  void paintEdge(int from, int to, EdgeLook look) {
    for (const math::Arc& arc : graph_.arcsOf(from))
      if (arc.node == to)
        r_.edges[at(arc.edge)] = look;
  }

  void addTree(const std::vector<int>& parentEdge) {
    for (int node = 0; node < graph_.nodeCount; ++node)
      if (parentEdge[at(node)] >= 0)
        r_.edges[at(parentEdge[at(node)])] =
            r_.nodes[at(node)] == NodeLook::Waiting && !isDepthFirst() ? EdgeLook::Candidate : EdgeLook::Tree;
  }

  /// The stack of a depth-first search is the way it came.
  bool isDepthFirst() const {
    const auto* search = std::get_if<math::GraphSearch>(&r_.state);
    return search && search->kind == math::SearchKind::DepthFirst;
  }

  void findPath(const std::vector<int>& parent, const std::vector<int>& parentEdge) {
    const int goal = r_.world->goal;
    if (goal < 0 || std::isnan(r_.value(goal)))
      return;
    r_.path = math::pathTo(parent, goal);
    for (const int node : r_.path)
      if (parentEdge[at(node)] >= 0)
        r_.edges[at(parentEdge[at(node)])] = EdgeLook::Path;
  }

  void add(const QString& name, double first, double second, bool isCurrent) {
    if (r_.waiting.size() < mostLines)
      r_.waiting.push_back({name, first, second, isCurrent});
    else
      ++r_.moreWaiting;
  }

  void addNodes(const std::vector<int>& nodes) {
    for (const int node : nodes)
      add(nodeName(r_, node), r_.value(node), 0, node == r_.current);
  }

  void addEdges(const std::vector<int>& edges) {
    for (const int edge : edges) {
      const math::Edge& one = graph_.edges[at(edge)];
      add(nodeName(r_, one.from) + QChar(u'–') + nodeName(r_, one.to), one.weight, 0, edge == r_.currentEdge);
    }
  }

  /// A line for each node, in their order, or the largest first where there are many.
  void addShares() {
    std::vector<int> nodes(at(graph_.nodeCount));
    std::iota(nodes.begin(), nodes.end(), 0);
    const bool isLong = graph_.nodeCount > mostNodesInOrder;
    if (isLong)
      std::stable_sort(nodes.begin(), nodes.end(),
                       [&](int a, int b) { return r_.features.row(a).sum() > r_.features.row(b).sum(); });
    for (const int node : nodes) {
      if (isLong && r_.waiting.size() == mostLines) {
        ++r_.moreWaiting;
        continue;
      }
      r_.waiting.push_back({nodeName(r_, node), r_.features(node, 0), besides(node), node == r_.current});
    }
  }

  /// The other feature, or what the one becomes in the limit.
  double besides(int node) const {
    if (r_.features.cols() > 1)
      return r_.features(node, 1);
    return r_.reference->limit.rows() > 0 ? r_.reference->limit(node, 0) : 0;
  }

  Result& r_;
  const math::Graph& graph_;
};

} // namespace

QString nodeName(const Result& result, int node) {
  return tellingNodeName(result.world->names, node);
}

bool isReached(const Result& result, int node) {
  if (result.features.size() > 0)
    return (result.features.row(node).array() > 0).any();
  return !std::isnan(result.value(node));
}

Result evaluate(const Params& params, std::span<const Step> history) {
  const Step& last = history.back();
  Result result;
  result.world = last.world;
  result.reference = referenceOf(params, *last.world);
  result.state = last.state;
  result.step = last.count;
  result.isOver = isFinished(params, last);
  const math::Graph& graph = last.world->graph;
  result.nodes.assign(static_cast<std::size_t>(graph.nodeCount), NodeLook::Untouched);
  result.edges.assign(static_cast<std::size_t>(graph.edgeCount()), EdgeLook::Idle);
  result.value = Eigen::VectorXd::Constant(graph.nodeCount, nothing);
  std::visit(Portrait(result), last.state);
  if (result.current >= 0)
    result.nodes[static_cast<std::size_t>(result.current)] = NodeLook::Current;
  for (const Step& step : history)
    if (const auto* walk = std::get_if<math::RandomWalk>(&step.state); walk && step.count > 0)
      result.restarts += walk->edge < 0 ? 1 : 0;
  return result;
}

} // namespace eigenboard::panels::graph::algorithms_panel
