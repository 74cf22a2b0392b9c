#include "views/panel/definition.h"
#include "views/panels/graph/editor_fields.h"
#include "views/panels/graph/editor_words.h"

#include <algorithm>

namespace eigenboard::panels::graph {

namespace editor_panel {

namespace {

bool isTree(const Result& r) {
  return r.parts.count == 1 && r.independentCycles() == 0;
}

bool hasEvenDegrees(const Result& r) {
  return std::all_of(r.degrees.begin(), r.degrees.end(),
                     [](int degree) { return degree % 2 == 0 && degree > 0; });
}

bool hasHub(const Result& r) {
  return std::any_of(r.degrees.begin(), r.degrees.end(),
                     [&r](int degree) { return degree == r.nodeCount() - 1; });
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"connected", Words::tr("Add a node and join it: eleven nodes or more in one component"),
       [](const Params&, const Result& r) { return r.nodeCount() >= 11 && r.parts.count == 1; }},
      {"tree", Words::tr("Make a tree of six nodes or more: connected, without a cycle"),
       [](const Params&, const Result& r) { return r.nodeCount() >= 6 && isTree(r); }},
      {"complete", Words::tr("Join every pair of at least five nodes"),
       [](const Params& p, const Result& r) {
         const int pairs = r.nodeCount() * (r.nodeCount() - 1) / 2;
         return !p.directed && r.nodeCount() >= 5 && r.edgeCount() == pairs;
       }},
      {"even",
       Words::tr("Give each of at least five nodes an even degree above 0, in one component: then one walk "
                 "takes every edge once and comes home"),
       [](const Params& p, const Result& r) {
         return !p.directed && r.nodeCount() >= 5 && r.parts.count == 1 && hasEvenDegrees(r);
       }},
      {"hub", Words::tr("Join one of at least eight nodes to all others"),
       [](const Params& p, const Result& r) { return !p.directed && r.nodeCount() >= 8 && hasHub(r); }},
      {"apart", Words::tr("Leave three components or more, none of them a lone node"),
       [](const Params&, const Result& r) {
         return r.parts.count >= 3 &&
                std::none_of(r.degrees.begin(), r.degrees.end(), [](int d) { return d == 0; });
       }},
      {"pinned", Words::tr("Pin two nodes or more, and let a layout arrange the rest"),
       [](const Params& p, const Result& r) {
         return p.source == Source::Drawn && p.layout != Layout::Hand &&
                std::count(r.pinned.begin(), r.pinned.end(), true) >= 2 &&
                std::count(r.pinned.begin(), r.pinned.end(), false) >= 2;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "user_movie"}}, 600},
      {{{"nodes.0.x", "-1.5"}, {"nodes.0.y", "4"}, {"chosen", "Ann"}}, 1800},
      {{{"nodes.0.x", "-5"}, {"nodes.0.y", "7"}, {"matrix", "laplacian"}}, 1600},
      {{{"chosen", ""}, {"matrix", "adjacency"}, {"layout", "circle"}}, 900, 24},
      {{{"layout", "force"}}, 900, 120},
  };
}

} // namespace

} // namespace editor_panel

panel::PanelPointer editor() {
  using namespace editor_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {"graph.editor", Words::tr("Graph editor"),
                         Words::tr("Draw a graph and see its matrices, and let layouts arrange it."), "11.1"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  constexpr int mostSteps = 400;
  constexpr double stepsASecond = 60;
  definition.process = panel::Process<Params, Step>{
      Words::tr("One step of the layout"), mostSteps, start, next, isFinished, stepsASecond};
  definition.model = evaluate;
  definition.scene = [](const Params& p, const Result& r) {
    return p.source == Source::Drawn ? scene::Scene{{graphView(p, r), matrixView(p, r)}}
                                     : scene::Scene{{madeView(r)}};
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::graph
