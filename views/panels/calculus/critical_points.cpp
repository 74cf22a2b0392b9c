#include "views/panel/definition.h"
#include "views/panels/calculus/critical_points_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::calculus {

namespace critical_points_panel {

namespace {

void addCoefficients(panel::Fields<Params>& fields) {
  const auto add = [&fields](double Params::*member, const char* key, const QString& label,
                             const QString& help, const panel::Range& range) {
    fields.number(member, {QString::fromLatin1(key), label, QString::fromLatin1(key), help}, range);
    fields.onlyWith("source", {"family"});
  };
  add(&Params::a, "a", Words::tr("Coefficient of x²"),
      Words::tr("The Hessian at the origin has 2a in its corner: how f bends along x."), {-2, 2, 0.05});
  add(&Params::b, "b", Words::tr("Coefficient of xy"), Words::tr("It turns the axes of the Hessian."),
      {-2, 2, 0.05});
  add(&Params::c, "c", Words::tr("Coefficient of y²"), Words::tr("How f bends along y: 2c at the origin."),
      {-2, 2, 0.05});
  add(&Params::m, "m", Words::tr("Monkey saddle"),
      Words::tr("Of x³ − 3xy²: three ways up and three ways down, which no second derivative at the origin "
                "can see."),
      {-1, 1, 0.05});
  add(&Params::q, "q", Words::tr("Walls x⁴ + y⁴"),
      Words::tr("Far out they are stronger than all else and hold a descent in."), {0, 1, 0.05});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::source,
                {"source", Words::tr("Function"), "",
                 Words::tr("A family of polynomials with coefficients to drag, or your own formula.")},
                {{"family", Words::tr("A family of polynomials")}, {"own", Words::tr("Your own formula")}});
  addCoefficients(fields);
  fields.text(&Params::f, {"f", Words::tr("f(x, y)"), "f",
                           Words::tr("Any function of x and y, such as sin(2x) sin(2y).")});
  fields.onlyWith("source", {"own"});
  fields.point(&Params::at,
               {"at", Words::tr("Point"), "\\mathbf{x}_0",
                Words::tr("Where the second-order model is made, and from where the descent starts.")},
               {"x", "y"}, {-reach, reach, 0.05});
  fields.number(&Params::rate,
                {"rate", Words::tr("Step size"), "\\eta",
                 Words::tr("Each step of the descent is this times the gradient.")},
                {0.005, 1, 0.05, panel::Spacing::Logarithmic});
  fields.number(&Params::radius,
                {"radius", Words::tr("Radius of the model"), "r",
                 Words::tr("In this disc the contours of the second-order model are drawn over those of f.")},
                {0.2, 2, 0.05});
  fields.choice(&Params::view, {"view", Words::tr("View"), "", Words::tr("What stands beside the map.")},
                {{"coefficients", Words::tr("Plane of coefficients")},
                 {"surface", Words::tr("Surface with the model")},
                 {"both", Words::tr("Both")}});
  fields.onlyWith("source", {"family"});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"bowl",
       Words::tr("Bowl"),
       Words::tr("Both eigenvalues are positive: the origin is a minimum. The model's contours at the point "
                 "are those of f itself, because f is a quadratic. In the right picture drag a and c over "
                 "the edge, and the minimum becomes a saddle."),
       {},
       12},
      {"saddle",
       Words::tr("Saddle"),
       Words::tr("One eigenvalue of each sign. The descent starts almost on the ridge, comes to the saddle "
                 "and slows down there, and then leaves it the other way: a saddle holds no descent for "
                 "good, but it costs time."),
       {{"a", "0.5"},
        {"b", "0"},
        {"c", "-0.4"},
        {"q", "0.1"},
        {"at", "-1.6,0.05"},
        {"rate", "0.3"},
        {"view", "surface"}},
       20},
      {"monkey",
       Words::tr("Monkey saddle"),
       Words::tr("At the origin the Hessian is 0 and says nothing. The gradient turns twice the wrong way "
                 "round the border, so the point counts as two saddles. Give a and c the same small "
                 "positive value: it breaks up into one minimum and three saddles."),
       {{"a", "0"},
        {"b", "0"},
        {"c", "0"},
        {"m", "0.5"},
        {"at", "0.5,0.3"},
        {"rate", "0.1"},
        {"view", "surface"}}},
      {"double_well",
       Words::tr("Double well"),
       Words::tr("Two minima and between them a saddle: 1 + 1 − 1 is the one turn of the gradient round the "
                 "picture. Start the descent a little left or right of the middle."),
       {{"a", "-0.5"},
        {"b", "0"},
        {"c", "0.5"},
        {"q", "0.25"},
        {"at", "0.1,1.1"},
        {"rate", "0.2"},
        {"view", "surface"}},
       25},
      {"four_wells",
       Words::tr("Four wells"),
       Words::tr("Four minima, four saddles and one maximum: 4 + 1 − 4 = 1. To get from one minimum to the "
                 "next you must go over a saddle. Add a little m and the wells are no longer equal."),
       {{"a", "-1"},
        {"b", "0"},
        {"c", "-1"},
        {"q", "0.4"},
        {"at", "0.4,-0.2"},
        {"rate", "0.1"},
        {"radius", "0.6"},
        {"view", "surface"}},
       25},
      {"valley",
       Words::tr("Degenerate valley"),
       Words::tr("The coefficients lie on the edge between minimum and saddle: one eigenvalue is 0, and a "
                 "whole line is critical. The descent stops where it meets the line, not at the origin. The "
                 "slightest change of a or c decides it."),
       {{"a", "0.5"}, {"b", "-1"}, {"c", "0.5"}, {"at", "-1.1,0.5"}, {"rate", "0.2"}},
       20},
      {"maximum",
       Words::tr("Maximum"),
       Words::tr("Both eigenvalues are negative. A descent runs away from here; started exactly at the top "
                 "it would not move, because the gradient is 0 there."),
       {{"a", "-0.6"}, {"b", "0.4"}, {"c", "-0.9"}, {"at", "0.3,0.25"}, {"rate", "0.1"}, {"view", "surface"}},
       12},
      {"too_large",
       Words::tr("Step too large"),
       Words::tr("The step size times the larger eigenvalue is 2.1. Along that direction every step "
                 "overshoots by a little more than it came; along the other it comes in nicely. Lower the "
                 "step size until the product is below 2."),
       {{"a", "0.2"}, {"b", "0"}, {"c", "1.05"}, {"at", "-1.7,0.25"}, {"rate", "1"}},
       18},
      {"own",
       Words::tr("Your own f"),
       Words::tr(
           "Type any function. Newton's method looks for its critical points from a grid of starts, and "
           "the eigenvalues tell them apart. Their count is held against the turns of the gradient "
           "round the border, so that a single one cannot be missed unseen."),
       {{"source", "own"}, {"at", "-0.5,0.35"}, {"rate", "0.1"}, {"radius", "0.6"}},
       20},
  };
}

bool endsAt(const Result& r, CriticalKind kind) {
  const walks::CriticalPoint* point = r.nearest(r.walker().state.point, 0.02);
  return r.steps() > 0 && point && point->kind == kind;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"at_saddle", Words::tr("Bring the point onto a saddle"),
       [](const Params& p, const Result& r) {
         const walks::CriticalPoint* point = r.nearest(p.at, 0.05);
         return point && point->kind == CriticalKind::Saddle;
       }},
      {"at_minimum", Words::tr("Let a descent arrive in a minimum"),
       [](const Params&, const Result& r) { return endsAt(r, CriticalKind::Minimum); }},
      {"at_top", Words::tr("Make the origin a maximum"),
       [](const Params& p, const Result&) {
         return p.source == Source::Family && p.a < 0 && 4 * p.a * p.c > p.b * p.b;
       }},
      {"undecided", Words::tr("Make a critical point that the eigenvalues do not decide"),
       [](const Params&, const Result& r) { return r.count(CriticalKind::Undecided) > 0; }},
      {"four_minima", Words::tr("Make four minima in one picture"),
       [](const Params&, const Result& r) { return r.count(CriticalKind::Minimum) >= 4; }},
      {"thrown_out", Words::tr("Make a descent in a bowl climb out of it"),
       [](const Params& p, const Result& r) {
         return r.steps() > 0 && r.bends.smallest > 0 && r.count(CriticalKind::Minimum) == 1 &&
                p.rate * r.bends.largest > 2 && r.walker().state.value > r.history.front().state.value;
       }},
      {"asleep", Words::tr("Start a descent where it cannot move, though it is no minimum"),
       [](const Params& p, const Result& r) {
         const walks::CriticalPoint* point = r.nearest(p.at, 0.05);
         return isFinished(p, r.history.front()) && !hasLeft(r.history.front()) && point &&
                (point->kind == CriticalKind::Saddle || point->kind == CriticalKind::Maximum);
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"source", "family"},
        {"view", "coefficients"},
        {"a", "0.6"},
        {"b", "0.5"},
        {"c", "1"},
        {"m", "0"},
        {"q", "0"},
        {"at", "-1.15,1.1"},
        {"rate", "0.3"},
        {"radius", "0.8"}},
       800,
       12},
      {{{"at", "0.8,0.6"}}, 1600},
      {{{"c", "0.1"}}, 1800},
      {{{"c", "-0.8"}}, 1800},
      {{{"a", "-0.8"}}, 1800},
      {{{"q", "0.4"}, {"b", "0"}}, 1600},
      {{{"at", "0.4,0.2"}, {"rate", "0.15"}}, 900, 25},
  };
}

} // namespace

} // namespace critical_points_panel

panel::PanelPointer critical_points() {
  using namespace critical_points_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "calculus.critical_points", Words::tr("Minimum, maximum, saddle"),
      Words::tr("Finds where the ground is level, and tells by the second derivatives what it is there."),
      "6.4"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{
      Words::tr("One step of gradient descent"), mostSteps, start, next, isFinished, 6};
  definition.model = [memory = std::make_shared<Memory>()](const Params& params,
                                                           std::span<const Step> history) {
    return evaluate(params, history, *memory);
  };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.problem = [](const Result& result) { return result.ground->problem; };
  definition.problemKey = "f";
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::calculus
