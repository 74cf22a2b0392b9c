#include "views/panel/definition.h"
#include "views/panels/calculus/gradient_views.h"
#include "views/panels/calculus/gradient_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::calculus {

namespace gradient_panel {

namespace {

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(
      &Params::mode,
      {"mode", Words::tr("What is looked at"), "",
       Words::tr("One function with its gradient, or a map of the plane with its Jacobian.")},
      {{"function", Words::tr("A function f(x, y)")}, {"map", Words::tr("A map (x, y) to (f, g)")}});
  fields.text(&Params::f, {"f", Words::tr("f(x, y)"), "f",
                           Words::tr("Any function of x and y, such as x^2 - y^2, sin(2x) cos(y) or "
                                     "abs(x) + abs(y).")});
  fields.text(&Params::g, {"g", Words::tr("g(x, y)"), "g",
                           Words::tr("The second component of the map, such as x sin(y).")});
  fields.onlyWith("mode", {"map"});
  fields.point(&Params::at,
               {"at", Words::tr("Point"), "\\mathbf{p}", Words::tr("Where the slopes are taken.")},
               {"x", "y"}, {-reach, reach, 0.05});
  fields.number(&Params::angle,
                {"angle", Words::tr("Direction u"), "\\theta",
                 Words::tr("The angle of the unit vector u from the x axis, anticlockwise."), "°"},
                {0, 360, 1});
  fields.number(&Params::h,
                {"h", Words::tr("Secant, half width"), "h",
                 Words::tr("The secant goes from p − h u to p + h u; its slope is a central difference.")},
                {0.05, 1, 0.05});
  fields.onlyWith("mode", {"function"});
  fields.number(&Params::side,
                {"side", Words::tr("Side of the square"), "s",
                 Words::tr("The square about the point whose image is drawn.")},
                {0.05, 2, 0.05});
  fields.onlyWith("mode", {"map"});
  fields.choice(&Params::view, {"view", Words::tr("View"), "", Words::tr("What stands beside the map.")},
                {{"curve", Words::tr("Slope in every direction")},
                 {"surface", Words::tr("Surface, tangent plane")},
                 {"all", Words::tr("Both")},
                 {"graph", Words::tr("How f is computed")}});
  fields.onlyWith("mode", {"function"});
  fields.integer(&Params::contours,
                 {"contours", Words::tr("Contour lines"), "",
                  Words::tr("About how many heights are drawn beside the one through the point.")},
                 {0, 24, 1});
  fields.onlyWith("mode", {"function"});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"bowl",
       Words::tr("Bowl"),
       Words::tr("The gradient stands at a right angle to the contour, and so it does not point away from "
                 "the minimum: this bowl is steeper across than along. Turn u: its slope is the gradient's "
                 "shadow on it, longest where the two line up."),
       {}},
      {"saddle",
       Words::tr("Saddle"),
       Words::tr("On the diagonal the way towards the middle is level: u lies along the contour there and "
                 "the shadow is gone. The two curvatures have opposite signs."),
       {{"f", "x^2 - y^2"}, {"at", "0.8,0.8"}, {"angle", "225"}, {"view", "surface"}}},
      {"ridge",
       Words::tr("Ridge"),
       Words::tr("Along a straight ridge f does not change at all, so every gradient is square to it, "
                 "wherever you drag the point. One curvature is 0."),
       {{"f", "exp(-(x - y)^2)"}, {"at", "0.9,0.2"}, {"angle", "45"}, {"view", "all"}}},
      {"own",
       Words::tr("Your own f"),
       Words::tr("Type any function. The picture at the right shows what a program does with it: values run "
                 "from left to right, forward mode carries the slope along u beside them, and reverse mode "
                 "comes back with the slope of f by every number on the way."),
       {{"f", "sin(2x) cos(y) + x/2"}, {"at", "-0.6,0.7"}, {"angle", "30"}, {"view", "graph"}}},
      {"plateau",
       Words::tr("Plateau"),
       Words::tr("Far out the ground is nearly level and the gradient is nearly 0, although no minimum is "
                 "near. Gradient descent goes to sleep here."),
       {{"f", "tanh(x^2 + y^2)"}, {"at", "1.3,0.7"}, {"angle", "210"}, {"view", "surface"}}},
      {"rosenbrock",
       Words::tr("Rosenbrock's valley"),
       Words::tr("Just beside the floor the gradient looks straight across the valley, hardly along it. The "
                 "curvatures differ by a factor of hundreds: that is why descent zigzags."),
       {{"f", "(1 - x)^2 + 100 (y - x^2)^2"},
        {"at", "-0.8,0.8"},
        {"angle", "60"},
        {"h", "0.1"},
        {"contours", "12"}}},
      {"corner",
       Words::tr("A corner without a gradient"),
       Words::tr("On the crease the measured slopes still exist, one for each direction, but they are not a "
                 "cosine: no single vector has them all as its shadows. Drag the point off the crease, and "
                 "the cosine is back."),
       {{"f", "abs(x) + abs(y)/2"}, {"at", "0,0.9"}, {"angle", "30"}, {"view", "curve"}}},
      {"graph",
       Words::tr("Backpropagation in small"),
       Words::tr("Read the right numbers from right to left: 1 at the result, and at each operation times "
                 "its own slope. The sums at the places of x and of y are the gradient."),
       {{"f", "(x y + 1)^2 + exp(x)"}, {"at", "0.5,1"}, {"angle", "90"}, {"view", "graph"}}},
      {"polar",
       Words::tr("Jacobian: polar coordinates"),
       Words::tr("x is the radius and y the angle. The image of the square is a piece of a ring whose area "
                 "is the radius times that of the square, because the determinant is x: the r in r dr dθ."),
       {{"mode", "map"}, {"f", "x cos(y)"}, {"g", "x sin(y)"}, {"at", "1.2,0.6"}, {"angle", "90"}}},
      {"fold",
       Words::tr("Jacobian: a fold"),
       Words::tr("Over x = 0 the map folds the plane. The determinant changes its sign there, and beyond the "
                 "fold the image is turned over. On the fold itself a square becomes a sliver."),
       {{"mode", "map"}, {"f", "x^2 - 1"}, {"g", "y + 0.4 x"}, {"at", "-0.7,0.4"}, {"angle", "0"}}},
  };
}

bool hasSlope(const Result& r) {
  return r.slopes && r.slopes->hasGradient() && r.slopes->steepness() > 0.05 * r.ground->typicalSlope;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"steepest", Words::tr("Turn u until its slope is the steepest there is"),
       [](const Params&, const Result& r) {
         return hasSlope(r) && r.slopes->along >= 0.9995 * r.slopes->steepness();
       }},
      {"level", Words::tr("Turn u so that you walk along the contour"),
       [](const Params&, const Result& r) {
         return hasSlope(r) && std::abs(r.slopes->along) <= 0.01 * r.slopes->steepness();
       }},
      {"downhill", Words::tr("Turn u the way gradient descent would go"),
       [](const Params&, const Result& r) {
         return hasSlope(r) && r.slopes->along <= -0.9995 * r.slopes->steepness();
       }},
      {"flat", Words::tr("Find a point where every direction is level"),
       [](const Params&, const Result& r) {
         return r.slopes && r.slopes->hasGradient() && r.slopes->steepness() <= 0.02 * r.ground->typicalSlope;
       }},
      {"no_gradient", Words::tr("Find a place where f has a value and no gradient"),
       [](const Params&, const Result& r) {
         return r.slopes && std::isfinite(r.slopes->value) && !r.slopes->hasGradient();
       }},
      {"turned", Words::tr("Make a map turn the square over"),
       [](const Params&, const Result& r) { return r.patch && r.patch->determinant < 0; }},
      {"squashed", Words::tr("Squash the square's area to nothing"),
       [](const Params&, const Result& r) {
         return r.patch && std::abs(r.patch->determinant) <= 0.01 * r.patch->forward.squaredNorm();
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"mode", "function"},
        {"f", "0.4 x^2 + 1.2 y^2"},
        {"view", "curve"},
        {"at", "0.9,0.6"},
        {"h", "0.5"},
        {"angle", "0"}},
       800},
      {{{"angle", "63"}}, 1800},
      {{{"angle", "153"}}, 2000},
      {{{"angle", "243"}}, 2000},
      {{{"angle", "360"}}, 2200},
      {{{"at", "-1.2,0.9"}}, 2400},
      {{{"at", "0.2,-1"}}, 2200},
      {{{"view", "surface"}, {"angle", "300"}}, 1200},
      {{{"h", "0.1"}}, 1200},
  };
}

} // namespace

} // namespace gradient_panel

panel::PanelPointer gradient() {
  using namespace gradient_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "calculus.gradient", Words::tr("Gradient and directional slope"),
      Words::tr("Shows how the slope of f depends on the direction, and that one vector knows them all."),
      "6.3"};
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
  definition.problem = [](const Result& result) { return result.problem; };
  definition.problemKeyOf = [](const Result& result) { return result.problemKey; };
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::calculus
