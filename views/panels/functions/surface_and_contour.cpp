#include "views/panel/definition.h"
#include "views/panels/functions/surface_and_contour_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::functions {

namespace surface_and_contour_panel {

namespace {

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.text(&Params::f,
              {"f", Words::tr("f(x, y)"), "f",
               Words::tr("Any function of x and y, such as x^2 - y^2, exp(-x^2 - y^2) or sin(3x) cos(y).")});
  fields.number(
      &Params::a,
      {"a", Words::tr("Slice at x"), "a",
       Words::tr("Where the plane x = a cuts the surface. The slice it leaves is a function of y alone.")},
      {-reach, reach, 0.05});
  fields.number(
      &Params::b,
      {"b", Words::tr("Slice at y"), "b",
       Words::tr("Where the plane y = b cuts the surface. The slice it leaves is a function of x alone.")},
      {-reach, reach, 0.05});
  fields.number(
      &Params::level,
      {"level", Words::tr("Level"), "c",
       Words::tr("The height at which the surface is cut; the cut seen from above is the level set.")},
      {-10, 10, 0.05});
  fields.integer(&Params::contours,
                 {"contours", Words::tr("Contour lines"), "",
                  Words::tr("About how many heights are drawn. In a ravine they crowd towards the lowest.")},
                 {0, 24, 1});
  fields.toggle(&Params::planes, {"planes", Words::tr("Cutting planes"), "",
                                  Words::tr("Shows the planes that cut the surface as thin sheets.")});
  fields.choice(&Params::view,
                {"view", Words::tr("View"), "", Words::tr("Which pictures of f stand side by side.")},
                {{"both", Words::tr("Surface and map")},
                 {"all", Words::tr("Surface, map and slices")},
                 {"surface", Words::tr("The surface alone")},
                 {"map_slices", Words::tr("Map and slices")}});
  fields.number(
      &Params::ceiling,
      {"ceiling", Words::tr("Height drawn"), "",
       Words::tr("The share of all heights that is drawn, from the lowest up. Less shows the floor of a "
                 "ravine between high walls.")},
      {0.05, 1, 0.05});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"saddle",
       Words::tr("Saddle"),
       Words::tr("Cut along x the saddle smiles, cut along y it frowns. Lower the level through 0: the two "
                 "branches "
                 "of the level set meet at the pass and part the other way."),
       {{"f", "x^2 - y^2"}}},
      {"bowl",
       Words::tr("Bowl"),
       Words::tr("Every level set is a circle of radius √c, so at c = 1 its length is 2π. Wherever you cut, "
                 "the slice "
                 "is the same parabola, only higher or lower."),
       {{"f", "x^2 + y^2"}, {"a", "0.6"}, {"b", "0.8"}}},
      {"plane",
       Words::tr("Tilted plane"),
       Words::tr(
           "A linear function: its slices are straight, its slopes are the same everywhere, and its contours "
           "are parallel lines, evenly spaced."),
       {{"f", "x + 0.5 y"}, {"a", "0.5"}, {"b", "-0.5"}, {"level", "0.5"}}},
      {"rosenbrock",
       Words::tr("Rosenbrock's valley"),
       Words::tr(
           "The banana of level 10 is the floor of a valley whose walls are ten times as high as drawn. "
           "Even contours would all lie on the walls; these crowd towards the lowest point, (1, 1)."),
       {{"f", "(1 - x)^2 + 100 (y - x^2)^2"},
        {"a", "-1"},
        {"b", "1"},
        {"level", "10"},
        {"contours", "12"},
        {"ceiling", "0.1"}}},
      {"gaussian",
       Words::tr("Gaussian bell"),
       Words::tr("Contours are close where the bell is steep and far apart at its top and in its tails. Far "
                 "out the "
                 "slopes are nearly 0, although the top is nowhere near."),
       {{"f", "exp(-(x^2 + y^2))"}, {"a", "0.7"}, {"b", "0"}, {"level", "0.5"}}},
      {"ripple",
       Words::tr("Ripple"),
       Words::tr(
           "One level cuts a ripple many times: the level set of 0.3 is several rings. A slice looks like a "
           "wave whatever its direction."),
       {{"f", "cos(3 (x^2 + y^2)) exp(-(x^2 + y^2)/3)"}, {"a", "0.5"}, {"b", "-0.5"}, {"level", "0.3"}}},
      {"peaks",
       Words::tr("Two peaks"),
       Words::tr(
           "High up the level set is two islands, low down one. At the height of the pass between the peaks "
           "the islands touch: find that level."),
       {{"f", "exp(-2 ((x - 0.9)^2 + y^2)) + 0.8 exp(-2 ((x + 0.9)^2 + y^2))"},
        {"a", "0.3"},
        {"b", "0.2"},
        {"level", "0.5"}}},
      {"monkey",
       Words::tr("Monkey saddle"),
       Words::tr(
           "Three ways up and three ways down: room for two legs and a tail. At the middle both slopes and "
           "all curvatures are 0, and still it is no summit and no pit."),
       {{"f", "x^3 - 3 x y^2"}, {"a", "0"}, {"b", "0"}, {"level", "0.5"}}},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  const auto rangeOf = [](const Result& r) { return r.range().maximum - r.range().minimum; };
  return {
      {"on_level", Words::tr("Bring the point onto the level set"),
       [rangeOf](const Params& p, const Result& r) {
         return std::abs(r.value - p.level) <= 0.005 * rangeOf(r);
       }},
      {"flat", Words::tr("Find a place where both slices are level"),
       [rangeOf](const Params&, const Result& r) {
         return r.gradient.norm() <= 0.02 * rangeOf(r) / (2 * reach);
       }},
      {"pieces", Words::tr("Cut the surface so that the level set falls into pieces"),
       [](const Params&, const Result& r) { return r.levelLines().size() >= 2; }},
      {"closed", Words::tr("Make the level set a single closed line"),
       [](const Params&, const Result& r) {
         return r.levelLines().size() == 1 && r.levelLines().front().isClosed;
       }},
      {"unreached", Words::tr("Choose a level that f never reaches"),
       [](const Params&, const Result& r) { return r.levelLines().empty(); }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"f", "x^2 - y^2"},
        {"view", "both"},
        {"planes", "true"},
        {"contours", "10"},
        {"ceiling", "1"},
        {"a", "1"},
        {"b", "0.5"},
        {"level", "1"}},
       900},
      {{{"b", "-1.2"}}, 1600},
      {{{"b", "0"}}, 1200},
      {{{"a", "-1.2"}}, 1600},
      {{{"a", "0"}}, 1200},
      {{{"level", "-1"}}, 2600},
      {{{"level", "0.05"}}, 1800},
  };
}

} // namespace

} // namespace surface_and_contour_panel

panel::PanelPointer surface_and_contour() {
  using namespace surface_and_contour_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "functions.surface_and_contour", Words::tr("Surface, slices and contours"),
      Words::tr("Shows a function of two variables as a surface, as its slices and as a map of its levels."),
      "3.3"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [memory = std::make_shared<Memory>()](const Params& params, auto) {
    return evaluate(params, *memory);
  };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.problem = [](const Result& result) { return result.ground->problem; };
  definition.problemKey = "f";
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::functions
