#include "views/panel/definition.h"
#include "views/panels/optimization/convexity_words.h"

#include <cmath>

namespace eigenboard::panels::optimization {

namespace convexity_panel {

namespace {

void addCurveFields(panel::Fields<Params>& fields) {
  fields
      .text(&Params::f, {"f", Words::tr("f(x)"), "f",
                         Words::tr("Any function of x, such as x^2/2, exp(x), abs(x) or log(1 + exp(-x)).")})
      .onlyWith("look", {"curve"});
  const auto end = [&fields](double Params::*member, const char* key, const QString& label) {
    fields
        .number(member,
                {QString::fromLatin1(key), label, QString::fromLatin1(key),
                 Words::tr("An end of the chord. The two may be in either order.")},
                {-reach, reach, 0.05})
        .onlyWith("look", {"curve"});
  };
  end(&Params::a, "a", Words::tr("First end"));
  end(&Params::b, "b", Words::tr("Second end"));
  fields
      .number(&Params::weight,
              {"weight", Words::tr("Weight"), "t",
               Words::tr("Of the second end in the mean (1 − t) a + t b, where the tangent touches.")},
              {0, 1, 0.01})
      .onlyWith("look", {"curve"});
  fields
      .toggle(&Params::tangent, {"tangent", Words::tr("Tangent"), "",
                                 Words::tr("Shows the tangent at the mean, and where f dips below it.")})
      .onlyWith("look", {"curve"});
}

void addProblemFields(panel::Fields<Params>& fields) {
  fields
      .point(&Params::centre,
             {"c", Words::tr("Middle of the objective"), "\\mathbf{c}",
              Words::tr("Where f would be least without a constraint, if it has a minimum.")},
             {"cx", "cy"}, {-3.5, 3.5, 0.05})
      .onlyWith("look", {"constrained"});
  const auto entry = [&fields](double Params::*member, const char* key, const char* symbol,
                               const QString& label, double low, double high) {
    fields
        .number(member,
                {QString::fromLatin1(key), label, QString::fromLatin1(symbol),
                 Words::tr("An entry of H in f = ½ (x − c)ᵀ H (x − c).")},
                {low, high, 0.05})
        .onlyWith("look", {"constrained"});
  };
  entry(&Params::hxx, "hxx", "h_{11}", Words::tr("Bend across"), -2, 3);
  entry(&Params::hxy, "hxy", "h_{12}", Words::tr("Bend mixed"), -2, 2);
  entry(&Params::hyy, "hyy", "h_{22}", Words::tr("Bend up"), -2, 3);
  fields
      .choice(&Params::kind, {"kind", Words::tr("Constraint"), "", Words::tr("What is allowed.")},
              {{"half_plane", Words::tr("One side of a line"), Words::tr("g = n·(x − q) ≤ 0.")},
               {"disc", Words::tr("A disc"), Words::tr("g = ‖x − q‖² − r² ≤ 0.")}})
      .onlyWith("look", {"constrained"});
  fields
      .point(&Params::middle,
             {"q", Words::tr("Place of the constraint"), "\\mathbf{q}",
              Words::tr("The middle of the disc, or a place on the line.")},
             {"qx", "qy"}, {-3, 3, 0.05})
      .onlyWith("look", {"constrained"});
  fields
      .number(&Params::radius, {"radius", Words::tr("Radius"), "r", Words::tr("Of the disc.")},
              {0.2, 3, 0.05})
      .onlyWith("kind", {"disc"});
  fields
      .number(&Params::direction,
              {"direction", Words::tr("Direction of n"), "",
               Words::tr("Where the normal of the line points: to what is not allowed."), "°"},
              {-180, 180, 1})
      .onlyWith("kind", {"half_plane"});
  fields
      .number(&Params::multiplier,
              {"multiplier", Words::tr("Your multiplier"), "\\lambda",
               Words::tr("The price that L = f + λg sets on the constraint, for the dual function.")},
              {0, mostMultiplier, 0.01})
      .onlyWith("look", {"constrained"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(
      &Params::look,
      {"look", Words::tr("Look at"), "",
       Words::tr("A curve and its tests, or a minimum under a constraint.")},
      {{"curve", Words::tr("A curve and its chords")}, {"constrained", Words::tr("A constrained minimum")}});
  addCurveFields(fields);
  addProblemFields(fields);
  return fields;
}

std::vector<panel::Goal<Params, Result>> goals() {
  using math::OptimumKind;
  return {
      {"crossed", Words::tr("Find a chord that the curve crosses"),
       [](const Params&, const Result& r) { return r.curve && r.curve->failsChord(); }},
      {"local", Words::tr("Find a chord at least 1 wide that a non-convex curve stays below"),
       [](const Params& p, const Result& r) {
         return r.curve && !r.curve->isConvex() && r.curve->chord.excess <= r.curve->rounding &&
                std::abs(p.b - p.a) >= 1;
       }},
      {"gap", Words::tr("Make Jensen's gap of a convex curve larger than 1"),
       [](const Params&, const Result& r) { return r.curve && r.curve->isConvex() && r.curve->gap > 1; }},
      {"free", Words::tr("Move the objective so that the constraint costs nothing"),
       [](const Params&, const Result& r) {
         return r.constrained && r.constrained->optimum.kind == OptimumKind::Free;
       }},
      {"dear", Words::tr("Raise the price of the constraint above 1"),
       [](const Params&, const Result& r) {
         return r.constrained && r.constrained->optimum.kind == OptimumKind::Held &&
                r.constrained->optimum.multiplier > 1;
       }},
      {"closed", Words::tr("Close the duality gap of an optimum on the edge"),
       [](const Params&, const Result& r) {
         return r.constrained && r.constrained->optimum.kind == OptimumKind::Held &&
                r.constrained->gap <= 0.005;
       }},
      {"two", Words::tr("Make two places equally good"),
       [](const Params&, const Result& r) { return r.constrained && r.constrained->optimum.other; }},
      {"unbounded", Words::tr("Take the optimum away"),
       [](const Params&, const Result& r) { return r.constrained && !r.constrained->isBounded(); }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"look", "curve"},
        {"f", "x^4/30 - x^2/4"},
        {"a", "-2.4"},
        {"b", "1.7"},
        {"weight", "0.45"},
        {"tangent", "true"}},
       900},
      {{{"b", "2.8"}}, 1800},
      {{{"a", "1.3"}}, 2200},
      {{{"a", "-1"}, {"b", "0.8"}}, 1800},
      {{{"look", "constrained"},
        {"kind", "disc"},
        {"hxx", "1.4"},
        {"hxy", "0.4"},
        {"hyy", "0.5"},
        {"c", "-0.6,-0.1"},
        {"q", "-1,-0.7"},
        {"radius", "1.5"},
        {"multiplier", "0"}},
       900},
      {{{"c", "1.8,1.6"}}, 2400},
      {{{"multiplier", "1.01"}}, 2400},
  };
}

} // namespace

} // namespace convexity_panel

panel::PanelPointer convexity() {
  using namespace convexity_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "optimization.convexity", Words::tr("Convexity and constraints"),
      Words::tr("Tests a curve for convexity by its chords and tangents, and prices a constraint by its "
                "multiplier."),
      "9.3"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [memory = std::make_shared<Memory>()](const Params& params, auto) {
    return evaluate(params, *memory);
  };
  definition.scene = [](const Params& params, const Result& result) {
    if (result.curve)
      return curveScene(params, *result.curve);
    scene::Scene scene;
    scene.views.emplace_back(mapView(params, *result.constrained));
    scene.views.emplace_back(dualView(params, *result.constrained));
    return scene;
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.problem = [](const Result& result) {
    return result.curve ? result.curve->ground->problem : QString();
  };
  definition.problemKey = "f";
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::optimization
