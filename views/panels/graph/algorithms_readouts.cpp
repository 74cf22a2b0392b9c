#include "core/graph/matrices.h"
#include "core/graph/properties.h"
#include "views/panels/graph/algorithms_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::graph::algorithms_panel {

namespace math = eigenboard::graph;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

double number(std::size_t count) {
  return static_cast<double>(count);
}

panel::Readout stepsTaken(const Result& r) {
  return {"steps",
          Words::tr("Steps done"),
          "k",
          "",
          Words::tr("How often the algorithm has gone on."),
          static_cast<double>(r.step),
          0};
}

void addSearch(const Result& r, std::vector<panel::Readout>& list) {
  const auto& s = std::get<math::GraphSearch>(r.state);
  const int goal = r.world->goal;
  const int depth = goal < 0 ? -1 : s.depth[static_cast<std::size_t>(goal)];
  list.push_back({"found", Words::tr("Nodes found"), "", "", Words::tr("Seen so far, the start included."),
                  static_cast<double>(reachedCount(r)), 0});
  list.push_back({"waiting", Words::tr("In queue or stack"), "", "",
                  Words::tr("Found, and not finished with."), number(s.frontier.size()), 0});
  list.push_back({"depth", Words::tr("Edges to the goal"), "", "",
                  Words::tr("Along the tree of the search; infinite until the goal is found."),
                  depth < 0 ? infinite : depth, 0});
  list.push_back({"fewest", Words::tr("Fewest edges"), "d(s, t)", "",
                  Words::tr("On any way to the goal; infinite where there is none."),
                  goal < 0 ? infinite : r.reference->distance(goal), 0});
}

void addOrder(const Result& r, std::vector<panel::Readout>& list) {
  const auto& s = std::get<math::TopologicalOrder>(r.state);
  list.push_back({"placed", Words::tr("Nodes placed"), "", "", Words::tr("Each after all that lead to it."),
                  number(s.order.size()), 0});
  list.push_back({"ready", Words::tr("Nodes ready"), "", "", Words::tr("They wait for none."),
                  number(s.frontier.size()), 0});
  list.push_back({"on_cycles", Words::tr("Nodes on cycles"), "", "",
                  Words::tr("Any at all, and there is no order; undefined where edges have no direction."),
                  r.world->graph.directed ? r.reference->onCycles : unknown, 0});
}

void addPaths(const Params& params, const Result& r, std::vector<panel::Readout>& list) {
  const auto& s = std::get<math::ShortestPaths>(r.state);
  list.push_back({"settled", Words::tr("Nodes settled"), "", "", Words::tr("Taken from the priority queue."),
                  number(s.order.size()), 0});
  list.push_back({"waiting", Words::tr("Nodes waiting"), "", "", Words::tr("Found, not settled."),
                  number(s.frontier.size()), 0});
  list.push_back({"distance", Words::tr("Path to the goal"), "d(t)", "",
                  Words::tr("The best found so far; infinite until there is one."), goalDistance(r), 2});
  list.push_back(
      {"best", Words::tr("Shortest path"), "d(s, t)", "",
       Words::tr("By Bellman and Ford's algorithm; infinite where there is none, undefined where a "
                 "negative cycle makes every path shorter."),
       bestDistance(r), 2});
  list.push_back({"excess", Words::tr("Longer than need be"), "", "",
                  Words::tr("The first minus the second; undefined unless both are numbers."), excess(r), 2});
  if (params.algorithm != Algorithm::AStar)
    return;
  list.push_back({"guess", Words::tr("Guess at the start"), "h(s)", "",
                  Words::tr("What A* hopes the whole way costs; undefined without nodes."),
                  r.world->source < 0 ? unknown : r.world->guess(r.world->source), 2});
  list.push_back({"plain", Words::tr("Settled by Dijkstra"), "", "",
                  Words::tr("How many nodes it takes to the goal without a guess."),
                  static_cast<double>(r.reference->plainlySettled), 0});
}

void addTree(const Result& r, std::vector<panel::Readout>& list) {
  const int taken = treeEdges(r);
  list.push_back({"taken", Words::tr("Edges taken"), "", "", Words::tr("They close no cycle."),
                  static_cast<double>(taken), 0});
  list.push_back({"trees", Words::tr("Trees"), "n - m_T", "",
                  Words::tr("Every edge taken joins two into one; lone nodes count."),
                  static_cast<double>(r.nodeCount() - taken), 0});
  list.push_back(
      {"weight", Words::tr("Weight so far"), "w(T)", "", Words::tr("Of the edges taken."), treeWeight(r), 2});
  list.push_back({"best", Words::tr("Least weight"), "", "",
                  Words::tr("Of a tree for each component, found by the other algorithm."),
                  r.reference->treeWeight, 2});
}

double bound(const Result& r) {
  return std::pow(r.reference->rate, r.step) * r.reference->firstGap;
}

void addRank(const Result& r, std::vector<panel::Readout>& list) {
  const auto& s = std::get<math::PageRank>(r.state);
  list.push_back({"mass", Words::tr("Total mass"), "\\sum_v r_v", "",
                  Words::tr("A surfer is always somewhere: 1."), s.rank.sum(), 4});
  list.push_back({"residual", Words::tr("Change in the last step"), "\\lVert r_k - r_{k-1} \\rVert_1", "",
                  Words::tr("How far the mass still moves; undefined before the first step."),
                  r.step > 0 ? s.change : unknown, 6});
  list.push_back({"error", Words::tr("Distance to the limit"), "\\lVert r_k - r \\rVert_1", "",
                  Words::tr("The limit comes from solving the linear system."), r.gap, 6});
  list.push_back({"bound", Words::tr("Bound on it"), "d^k \\lVert r_0 - r \\rVert_1", "",
                  Words::tr("Every step shrinks the distance by the damping at least."), bound(r), 6});
  list.push_back({"top", Words::tr("Largest mass"), "\\max_v r_v", "",
                  Words::tr("Of the node that ranks first; undefined without nodes."),
                  r.nodeCount() > 0 ? s.rank.maxCoeff() : unknown, 4});
}

void addWalk(const Result& r, std::vector<panel::Readout>& list) {
  const auto& s = std::get<math::RandomWalk>(r.state);
  list.push_back(
      {"visited", Words::tr("Nodes visited"), "", "", Words::tr("At least once."),
       static_cast<double>(std::count_if(s.visits.begin(), s.visits.end(), [](int v) { return v > 0; })), 0});
  list.push_back({"restarts", Words::tr("Restarts"), "", "",
                  Words::tr("Steps that went back to the start instead of along an edge."),
                  static_cast<double>(r.restarts), 0});
  list.push_back({"gap", Words::tr("Visits from the limit"), "\\tfrac12 \\lVert \\hat\\pi - \\pi \\rVert_1",
                  "",
                  Words::tr("The share of visits that would have to move to be those of personalized "
                            "PageRank, where a walk without end arrives."),
                  r.gap, 4});
}

void addMessages(const Result& r, std::vector<panel::Readout>& list) {
  const Eigen::VectorXd x = r.features.col(0);
  list.push_back({"reached", Words::tr("Nodes that hold something"), "", "",
                  Words::tr("Those that a walk of k edges from the start arrives at."),
                  static_cast<double>(reachedCount(r)), 0});
  list.push_back(
      {"total", Words::tr("Sum"), "\\sum_v x_v", "", Words::tr("Of what all nodes hold."), x.sum(), 3});
  list.push_back({"largest", Words::tr("Largest"), "\\max_v x_v", "",
                  Words::tr("What one node holds at most; undefined without nodes."),
                  x.size() > 0 ? x.maxCoeff() : unknown, 3});
}

void addLayers(const Result& r, std::vector<panel::Readout>& list) {
  list.push_back({"reached", Words::tr("Nodes reached"), "", "",
                  Words::tr("Within k edges of the start or the goal: the receptive field."),
                  static_cast<double>(reachedCount(r)), 0});
  list.push_back({"gap", Words::tr("Distance to the limit"), "\\lVert X_k - X_\\infty \\rVert", "",
                  Words::tr("At 0 nodes differ by their degrees alone: over-smoothed."), r.gap, 4});
  list.push_back({"rate", Words::tr("Rate"), "|\\lambda_2|", "",
                  Words::tr("The largest other eigenvalue in size: what a layer leaves of the distance."),
                  r.reference->rate, 4});
  list.push_back({"bound", Words::tr("Bound on it"), "|\\lambda_2|^k \\lVert X_0 - X_\\infty \\rVert", "",
                  Words::tr("The distance cannot be larger."), bound(r), 4});
}

void addLabels(const Result& r, std::vector<panel::Readout>& list) {
  const auto& s = std::get<math::LabelPropagation>(r.state);
  const std::vector<int> labels = math::labels(s);
  list.push_back({"labelled", Words::tr("Nodes labelled"), "", "", Words::tr("A label has arrived there."),
                  static_cast<double>(reachedCount(r)), 0});
  list.push_back({"share", Words::tr("Share of the start"), "", "",
                  Words::tr("The part of all nodes' shares that is the start's; undefined without nodes."),
                  s.share.sum() > 0 ? s.share.col(0).sum() / s.share.sum() : unknown, 4});
  list.push_back({"change", Words::tr("Last change"), "", "",
                  Words::tr("The largest of a share in the last step; undefined before the first."),
                  r.step > 0 ? s.change : unknown, 6});
  list.push_back({"gap", Words::tr("Distance to the limit"), "\\max \\lvert F - F^* \\rvert", "",
                  Words::tr("Where every share is the mean of the neighbors'."), r.gap, 6});
}

} // namespace

double goalDistance(const Result& result) {
  const auto& s = std::get<math::ShortestPaths>(result.state);
  return result.world->goal < 0 ? infinite : s.distance(result.world->goal);
}

double bestDistance(const Result& result) {
  if (result.world->goal < 0)
    return infinite;
  return result.reference->hasNegativeCycle ? unknown : result.reference->distance(result.world->goal);
}

double excess(const Result& result) {
  const double difference = goalDistance(result) - bestDistance(result);
  return std::isfinite(difference) ? difference : unknown;
}

int treeEdges(const Result& result) {
  if (const auto* kruskal = std::get_if<math::Kruskal>(&result.state))
    return static_cast<int>(kruskal->accepted.size());
  return static_cast<int>(std::get<math::Prim>(result.state).accepted.size());
}

double treeWeight(const Result& result) {
  const auto* kruskal = std::get_if<math::Kruskal>(&result.state);
  return kruskal ? kruskal->weight : std::get<math::Prim>(result.state).weight;
}

std::vector<panel::Readout> readouts(const Params& params, const Result& r) {
  std::vector<panel::Readout> list{stepsTaken(r)};
  switch (params.algorithm) {
  case Algorithm::BreadthFirst:
  case Algorithm::DepthFirst:
    addSearch(r, list);
    break;
  case Algorithm::Topological:
    addOrder(r, list);
    break;
  case Algorithm::Dijkstra:
  case Algorithm::AStar:
    addPaths(params, r, list);
    break;
  case Algorithm::Kruskal:
  case Algorithm::Prim:
    addTree(r, list);
    break;
  case Algorithm::PageRank:
  case Algorithm::Personalized:
    addRank(r, list);
    break;
  case Algorithm::Walk:
    addWalk(r, list);
    break;
  case Algorithm::Messages:
    addMessages(r, list);
    break;
  case Algorithm::Convolution:
    addLayers(r, list);
    break;
  case Algorithm::Labels:
    addLabels(r, list);
    break;
  }
  return list;
}

} // namespace eigenboard::panels::graph::algorithms_panel
