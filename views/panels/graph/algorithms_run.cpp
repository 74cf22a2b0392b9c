#include "core/graph/distance_guess.h"
#include "core/graph/generators.h"
#include "core/graph/message_passing.h"
#include "views/panels/graph/algorithms_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

namespace {

/// Rounds after which nothing new is to be seen, so that a run has an end that rounding does not decide.
int mostRounds(Algorithm algorithm) {
  switch (algorithm) {
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    return 60;
  case Algorithm::Messages:
    return 12;
  case Algorithm::Convolution:
    return 40;
  case Algorithm::Labels:
    return 100;
  default:
    return longestRun;
  }
}

void readMaze(const Params& params, World& world) {
  std::vector<int> walls;
  world.isWall.assign(static_cast<std::size_t>(mazeCells), false);
  for (Eigen::Index row = 0; row < params.walls.rows(); ++row) {
    const auto cell =
        static_cast<int>(std::lround(params.walls(row, 1)) * mazeColumns + std::lround(params.walls(row, 0)));
    if (cell < 0 || cell >= mazeCells)
      continue;
    walls.push_back(cell);
    world.isWall[static_cast<std::size_t>(cell)] = true;
  }
  world.graph = math::mazeGraph(mazeRows, mazeColumns, walls);
  world.positions.resize(2, mazeCells);
  for (int cell = 0; cell < mazeCells; ++cell) {
    const int column = cell % mazeColumns;
    const int row = cell / mazeColumns;
    world.positions.col(cell) << column, mazeRows - 1 - row;
    world.names.push_back(QStringLiteral("%1,%2").arg(column + 1).arg(row + 1));
  }
}

Eigen::VectorXd unit(int n, int node) {
  Eigen::VectorXd vector = Eigen::VectorXd::Zero(n);
  if (node >= 0)
    vector(node) = 1;
  return vector;
}

Features firstFeatures(const Params& params, const World& world) {
  const int n = world.graph.nodeCount;
  Features features{Eigen::MatrixXd(n, params.algorithm == Algorithm::Messages ? 1 : 2)};
  features.X.col(0) = unit(n, world.source);
  if (features.X.cols() > 1)
    features.X.col(1) = unit(n, world.goal);
  return features;
}

math::Aggregation aggregationOf(const Params& params) {
  return static_cast<math::Aggregation>(params.gathering);
}

/// Whether the search is at the goal where it is to stop.
bool isAtGoal(const Params& params, const World& world, const std::vector<int>& order) {
  return params.stops && std::find(order.begin(), order.end(), world.goal) != order.end();
}

} // namespace

bool isSearch(Algorithm algorithm) {
  return algorithm == Algorithm::BreadthFirst || algorithm == Algorithm::DepthFirst;
}
bool findsPaths(Algorithm algorithm) {
  return algorithm == Algorithm::Dijkstra || algorithm == Algorithm::AStar;
}
bool growsTree(Algorithm algorithm) {
  return algorithm == Algorithm::Kruskal || algorithm == Algorithm::Prim;
}
bool spreads(Algorithm algorithm) {
  return algorithm >= Algorithm::PageRank;
}
bool hasSource(Algorithm algorithm) {
  return algorithm != Algorithm::Topological && algorithm != Algorithm::Kruskal &&
         algorithm != Algorithm::PageRank;
}
bool hasGoal(Algorithm algorithm) {
  return isSearch(algorithm) || findsPaths(algorithm) || algorithm == Algorithm::Convolution ||
         algorithm == Algorithm::Labels;
}
bool countsWeights(Algorithm algorithm) {
  return !isSearch(algorithm) && algorithm != Algorithm::Topological;
}

std::shared_ptr<const World> worldOf(const Params& params) {
  auto world = std::make_shared<World>();
  if (params.place == Place::Maze) {
    readMaze(params, *world);
  } else {
    ReadGraph given = read(params, params.weighted && countsWeights(params.algorithm));
    world->graph = std::move(given.graph);
    world->row = std::move(given.row);
    world->positions = std::move(given.positions);
    world->names = std::move(given.names);
  }
  if (spreads(params.algorithm)) { // nothing flows backwards, and these two know no directions
    std::vector<math::Edge> edges = world->graph.edges;
    for (math::Edge& edge : edges)
      edge.weight = std::max(edge.weight, 0.0);
    const bool isDirected = world->graph.directed && params.algorithm != Algorithm::Convolution &&
                            params.algorithm != Algorithm::Labels;
    world->graph = math::makeGraph(world->graph.nodeCount, std::move(edges), isDirected).graph;
  }
  const int n = world->graph.nodeCount;
  world->source = std::min(params.source, n - 1);
  world->goal = std::min(params.goal, n - 1);
  if (params.algorithm == Algorithm::AStar)
    world->guess = params.factor * math::distanceGuess(world->graph, world->positions, world->goal,
                                                       params.place == Place::Maze ? math::Ground::Grid
                                                                                   : math::Ground::Plane);
  if (params.algorithm == Algorithm::Personalized || params.algorithm == Algorithm::Walk)
    world->restart = unit(n, world->source);
  world->known.assign(static_cast<std::size_t>(n), -1);
  if (n > 0) {
    world->known[static_cast<std::size_t>(world->goal)] = 1;
    world->known[static_cast<std::size_t>(world->source)] = 0;
  }
  return world;
}

Step start(const Params& params) {
  Step step{worldOf(params), {}, 0};
  const World& world = *step.world;
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
    step.state = math::startSearch(world.graph, math::SearchKind::BreadthFirst, world.source);
    break;
  case Algorithm::DepthFirst:
    step.state = math::startSearch(world.graph, math::SearchKind::DepthFirst, world.source);
    break;
  case Algorithm::Topological:
    step.state = math::startTopologicalOrder(world.graph);
    break;
  case Algorithm::Dijkstra:
    step.state = math::startDijkstra(world.graph, world.source, params.stops ? world.goal : -1);
    break;
  case Algorithm::AStar:
    step.state = math::startAStar(world.graph, world.source, world.goal, world.guess);
    break;
  case Algorithm::Kruskal:
    step.state = math::startKruskal(world.graph);
    break;
  case Algorithm::Prim:
    step.state = math::startPrim(world.graph, world.source);
    break;
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    step.state = math::startPageRank(world.graph);
    break;
  case Algorithm::Walk:
    step.state = math::startWalk(world.graph, world.source);
    break;
  case Algorithm::Messages:
  case Algorithm::Convolution:
    step.state = firstFeatures(params, world);
    break;
  case Algorithm::Labels:
    step.state = math::startLabelPropagation(world.graph, world.known, 2);
    break;
  }
  return step;
}

namespace {

struct OneStep {
  const Params& params;
  const World& world;

  State operator()(const math::GraphSearch& state) const { return math::nextSearch(world.graph, state); }
  State operator()(const math::TopologicalOrder& state) const {
    return math::nextTopologicalOrder(world.graph, state);
  }
  State operator()(const math::ShortestPaths& state) const {
    return math::nextShortestPaths(world.graph, state);
  }
  State operator()(const math::Kruskal& state) const { return math::nextKruskal(world.graph, state); }
  State operator()(const math::Prim& state) const { return math::nextPrim(world.graph, state); }
  State operator()(const math::PageRank& state) const {
    return math::nextPageRank(world.graph, params.damping, world.restart, state);
  }
  State operator()(const math::RandomWalk& state) const {
    return math::nextWalk(world.graph, 1 - params.damping, static_cast<std::uint64_t>(params.seed), state);
  }
  State operator()(const Features& state) const {
    return Features{params.algorithm == Algorithm::Messages
                        ? math::gathered(world.graph, aggregationOf(params), state.X)
                        : math::convolved(world.graph, state.X)};
  }
  State operator()(const math::LabelPropagation& state) const {
    return math::nextLabelPropagation(world.graph, state);
  }
};

struct IsOver {
  const Params& params;
  const World& world;

  bool operator()(const math::GraphSearch& state) const {
    return state.isDone() || isAtGoal(params, world, state.order);
  }
  template <typename Any>
  bool operator()(const Any& state) const {
    if constexpr (requires { state.isDone(); })
      return state.isDone();
    else
      return world.graph.nodeCount == 0;
  }
};

} // namespace

Step next(const Params& params, const Step& step) {
  return {step.world, std::visit(OneStep{params, *step.world}, step.state), step.count + 1};
}

bool isFinished(const Params& params, const Step& step) {
  return step.count >= mostRounds(params.algorithm) || std::visit(IsOver{params, *step.world}, step.state);
}

} // namespace eigenboard::panels::graph::algorithms_panel
