#include "core/graph/distances.h"
#include "core/graph/message_passing.h"
#include "core/graph/properties.h"
#include "views/panels/graph/algorithms_model.h"
#include "views/panels/support/last_answer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

namespace {

/// All that a reference depends on. Where nodes stand counts for none: a guess of A* is no reference.
struct Question {
  Algorithm algorithm = Algorithm::Dijkstra;
  int nodeCount = 0;
  bool directed = false;
  std::vector<math::Edge> edges;
  int source = 0;
  int goal = 0;
  double damping = 0;
  bool operator==(const Question&) const = default;
};

Eigen::VectorXd hops(const math::Graph& graph, int source) {
  const std::vector<int> edges = math::hopDistances(graph, source);
  Eigen::VectorXd distance(graph.nodeCount);
  for (int node = 0; node < graph.nodeCount; ++node) {
    const int far = edges[static_cast<std::size_t>(node)];
    distance(node) = far < 0 ? std::numeric_limits<double>::infinity() : far;
  }
  return distance;
}

int nodesOnCycles(const math::Graph& graph) {
  const math::Components strong = math::strongComponents(graph);
  std::vector<int> size(static_cast<std::size_t>(strong.count), 0);
  for (const int part : strong.component)
    ++size[static_cast<std::size_t>(part)];
  return static_cast<int>(std::count_if(strong.component.begin(), strong.component.end(),
                                        [&](int part) { return size[static_cast<std::size_t>(part)] > 1; }));
}

void findDistances(const World& world, Reference& reference) {
  math::BellmanFord state = math::startBellmanFord(world.graph, world.source);
  while (!state.done)
    state = math::nextBellmanFord(world.graph, state);
  reference.distance = state.distance;
  reference.hasNegativeCycle = state.fault == math::PathFault::NegativeCycle;
  const math::ShortestPaths plain =
      math::finished(world.graph, math::startDijkstra(world.graph, world.source, world.goal));
  reference.plainlySettled = static_cast<int>(plain.order.size());
}

double leastWeight(const math::Graph& graph, bool byPrim) {
  if (byPrim) {
    math::Prim state = math::startPrim(graph, 0);
    while (!state.isDone())
      state = math::nextPrim(graph, state);
    return state.weight;
  }
  math::Kruskal state = math::startKruskal(graph);
  while (!state.isDone())
    state = math::nextKruskal(graph, state);
  return state.weight;
}

Reference found(const Params& params, const World& world) {
  Reference reference;
  const math::Graph& graph = world.graph;
  const int n = graph.nodeCount;
  if (n == 0)
    return reference;
  if (isSearch(params.algorithm))
    reference.distance = hops(graph, world.source);
  else if (findsPaths(params.algorithm))
    findDistances(world, reference);
  else if (growsTree(params.algorithm))
    reference.treeWeight = leastWeight(graph, params.algorithm == Algorithm::Kruskal);
  else if (params.algorithm == Algorithm::Topological)
    reference.onCycles = graph.directed ? nodesOnCycles(graph) : 0;
  else if (params.algorithm == Algorithm::Labels)
    reference.limit = math::harmonicShares(graph, world.known, 2);
  else if (params.algorithm == Algorithm::Convolution) {
    Eigen::MatrixXd X = Eigen::MatrixXd::Zero(n, 2);
    X(world.source, 0) = 1;
    X(world.goal, 1) = 1;
    math::Smoothing smooth = math::smoothing(graph, X);
    reference.limit = smooth.limit;
    reference.rate = smooth.rate;
    reference.firstGap = (X - smooth.limit).norm();
  } else if (params.algorithm != Algorithm::Messages) {
    reference.limit = math::exactPageRank(graph, params.damping, world.restart);
    reference.rate = params.damping;
    reference.firstGap = (math::startPageRank(graph).rank - reference.limit.col(0)).lpNorm<1>();
  }
  return reference;
}

} // namespace

std::shared_ptr<const Reference> referenceOf(const Params& params, const World& world) {
  static LastAnswer<Question, Reference> last;
  const Question question{params.algorithm,  world.graph.nodeCount, world.graph.directed,
                          world.graph.edges, world.source,          world.goal,
                          params.damping};
  return last.to(question, [&] { return found(params, world); });
}

} // namespace eigenboard::panels::graph::algorithms_panel
