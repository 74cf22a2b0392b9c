#include "views/panel/definition.h"
#include "views/panels/graph/algorithms_fields.h"
#include "views/panels/graph/algorithms_views.h"
#include "views/panels/graph/algorithms_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph {

namespace algorithms_panel {

namespace math = eigenboard::graph;

namespace {

const math::ShortestPaths* pathsOf(const Result& result) {
  return std::get_if<math::ShortestPaths>(&result.state);
}

bool isThere(const Result& result) {
  return pathsOf(result) && result.isOver && !result.path.empty() && result.path.size() > 3;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"shortest", Words::tr("Let Dijkstra or A* find a shortest path of three edges or more"),
       [](const Params&, const Result& r) { return isThere(r) && excess(r) <= 1e-9; }},
      {"missed", Words::tr("Make A* miss the shortest path"),
       [](const Params& p, const Result& r) {
         return p.algorithm == Algorithm::AStar && isThere(r) && excess(r) > 1e-9;
       }},
      {"saved",
       Words::tr("Let A* settle fewer than half of Dijkstra's nodes and still find the shortest path"),
       [](const Params& p, const Result& r) {
         return p.algorithm == Algorithm::AStar && isThere(r) && excess(r) <= 1e-9 &&
                2 * static_cast<int>(pathsOf(r)->order.size()) < r.reference->plainlySettled;
       }},
      {"walled", Words::tr("Wall the goal of a maze in, or the start, so that no path is left"),
       [](const Params& p, const Result& r) {
         return p.place == Place::Maze && pathsOf(r) && r.isOver && r.path.empty() &&
                std::isinf(bestDistance(r));
       }},
      {"ordered", Words::tr("Bring at least eight nodes with ten edges into an order"),
       [](const Params& p, const Result& r) {
         return p.algorithm == Algorithm::Topological && r.isOver && reasons(p, r).empty() &&
                r.nodeCount() >= 8 && r.world->graph.edgeCount() >= 10;
       }},
      {"spanned", Words::tr("Span at least eight nodes with one tree of least weight"),
       [](const Params& p, const Result& r) {
         return growsTree(p.algorithm) && r.nodeCount() >= 8 && treeEdges(r) == r.nodeCount() - 1 && r.isOver;
       }},
      {"settled",
       Words::tr("Bring PageRank within a ten-thousandth of its limit, with a damping of at least 0.8"),
       [](const Params& p, const Result& r) {
         return (p.algorithm == Algorithm::PageRank || p.algorithm == Algorithm::Personalized) &&
                p.damping >= 0.8 && r.nodeCount() >= 5 && r.gap <= 1e-4;
       }},
      {"smoothed", Words::tr("Stack so many GCN layers that two colours are one"),
       [](const Params& p, const Result& r) {
         return p.algorithm == Algorithm::Convolution && r.nodeCount() >= 6 && r.reference->firstGap > 0.5 &&
                r.gap <= 0.05;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "map"}}, 700, 0},        {{{"goal", "8"}}, 1500, 9},
      {{{"edges.7.weight", "9"}}, 1600, 9}, {{{"edges.7.weight", "1"}}, 1600, 9},
      {{{"preset", "trap"}}, 700, 60},      {{{"factor", "2"}}, 1500, 60},
      {{{"goal", "28"}}, 1500, 60},         {{{"preset", "communities"}}, 700, 0},
      {{{"source", "3"}}, 1500, 40},
  };
}

} // namespace

} // namespace algorithms_panel

panel::PanelPointer algorithms() {
  using namespace algorithms_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {"graph.algorithms", Words::tr("Graph algorithms"),
                         Words::tr("Steps through searches, paths, trees and what flows over a graph."),
                         "11.3"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{Words::tr("One step of the algorithm"), longestRun, start,
                                                    next, isFinished};
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::graph
