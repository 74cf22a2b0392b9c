#include "views/panel/definition.h"
#include "views/panels/graph/properties_fields.h"
#include "views/panels/graph/properties_views.h"
#include "views/panels/graph/properties_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph {

namespace properties_panel {

namespace {

bool isConnected(const Result& result) {
  return result.known->parts.count == 1;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"bottleneck", Words::tr("Bring λ₂ of a connected graph of at least ten nodes below 0.2"),
       [](const Params&, const Result& r) {
         return r.nodeCount() >= 10 && isConnected(r) && secondEigenvalue(r) < 0.2;
       }},
      {"robust", Words::tr("Draw a graph of at least ten nodes with λ₂ above 1.5, but no more than 20 edges"),
       [](const Params& p, const Result& r) {
         return p.source == Source::Drawn && r.nodeCount() >= 10 && r.edgeCount() <= 20 &&
                secondEigenvalue(r) > 1.5;
       }},
      {"clean_cut", Words::tr("Let the Fiedler vector part at least ten nodes by cutting one edge"),
       [](const Params&, const Result& r) {
         return r.nodeCount() >= 10 && r.known->isFiedlerAlone && r.known->cut == 1;
       }},
      {"giant", Words::tr("Make a random graph of 40 nodes hang together with at most 100 edges"),
       [](const Params& p, const Result& r) {
         return p.source == Source::Random && r.nodeCount() == 40 && isConnected(r) && r.edgeCount() <= 100;
       }},
      {"small_world",
       Words::tr("Keep the clustering of a small world of 30 nodes or more above 0.3, with a diameter of at "
                 "most 6"),
       [](const Params& p, const Result& r) {
         return p.source == Source::SmallWorld && r.nodeCount() >= 30 && r.known->clustering > 0.3 &&
                r.known->diameter <= 6;
       }},
      {"hub",
       Words::tr("Grow a hub: by attachment, a node that is joined to more than a third of all others"),
       [](const Params& p, const Result& r) {
         const auto& degrees = r.known->degrees;
         return p.source == Source::Attachment && r.nodeCount() >= 20 &&
                3 * *std::max_element(degrees.begin(), degrees.end()) > r.nodeCount() - 1;
       }},
      {"no_triangle", Words::tr("Join at least eight nodes by more edges than nodes, without a triangle"),
       [](const Params&, const Result& r) {
         return r.nodeCount() >= 8 && r.edgeCount() > r.nodeCount() && r.known->triangles == 0;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "club"}}, 700},
      {{{"shown", "betweenness"}, {"wide", "true"}, {"beside", "ranking"}}, 1400},
      {{{"preset", "small_world"}, {"p", "0"}}, 900},
      {{{"p", "0.2"}}, 2600},
      {{{"preset", "random"}, {"p", "0"}}, 900},
      {{{"p", "0.12"}}, 2600},
      {{{"preset", "walks"}, {"k", "1"}}, 900},
      {{{"k", "3"}}, 1600},
  };
}

} // namespace

} // namespace properties_panel

panel::PanelPointer properties() {
  using namespace properties_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {"graph.properties", Words::tr("Graph properties"),
                         Words::tr("Measures a graph: degrees, walks, centralities and its spectrum."),
                         "11.2"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [](const Params& params, auto) { return evaluate(params); };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  definition.comparesStates = true; // of one rule at two settings
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::graph
