#include "views/panel/definition.h"
#include "views/panels/probability/gaussian_2d_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability {

namespace gaussian_2d_panel {

namespace {

void addLaw(panel::Fields<Params>& fields) {
  fields.point(&Params::mean,
               {"mean", Words::tr("Mean"), "\\mathbf{\\mu}", Words::tr("Where the bell has its top.")},
               {"mx", "my"}, {-4, 4, 0.05});
  fields.number(
      &Params::sx,
      {"sx", Words::tr("Spread of X"), "\\sigma_x", Words::tr("Its standard deviation, whatever Y is.")},
      {0.1, 3, 0.05});
  fields.number(
      &Params::sy,
      {"sy", Words::tr("Spread of Y"), "\\sigma_y", Words::tr("Its standard deviation, whatever X is.")},
      {0.1, 3, 0.05});
  fields.number(&Params::rho,
                {"rho", Words::tr("Correlation"), "\\rho",
                 Words::tr("How far the ellipse leans; at 1 and −1 it is a line.")},
                {-1, 1, 0.01});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  addLaw(fields);
  fields.toggle(&Params::slice, {"slice", Words::tr("Slice"), "",
                                 Words::tr("Cuts the bell at X = x₀ and shows what is left of Y there.")});
  fields
      .number(&Params::x0,
              {"x0", Words::tr("Where the slice is"), "x_0", Words::tr("The value of X that is known.")},
              {-5, 5, 0.05})
      .onlyWith("slice");
  fields.toggle(&Params::margins, {"margins", Words::tr("Margins"), "",
                                   Words::tr("The law of X alone and of Y alone, along the axes.")});
  fields.toggle(&Params::line,
                {"line", Words::tr("Line of guesses"), "",
                 Words::tr("The mean of Y for every x, beside the long axis of the ellipses.")});
  fields.toggle(&Params::query, {"query", Words::tr("Query point"), "",
                                 Words::tr("A point whose distance from the mean is measured in two ways.")});
  fields
      .point(&Params::q,
             {"q", Words::tr("Point q"), "\\mathbf{q}", Words::tr("The point that is asked about.")},
             {"qx", "qy"}, {-5, 5, 0.05})
      .onlyWith("query");
  fields.choice(
      &Params::view, {"view", Words::tr("View"), "", Words::tr("From above, as a bell, or both.")},
      {{"map", Words::tr("From above")}, {"both", Words::tr("Both")}, {"bell", Words::tr("As a bell")}});
  fields.choice(&Params::axes,
                {"axes", Words::tr("Axes"), "", Words::tr("What the two coordinates stand for.")},
                {{"coordinates", Words::tr("Coordinates")}, {"films", Words::tr("Stars for two films")}});
  fields.choice(
      &Params::held,
      {"held", Words::tr("First axis handle"), "",
       Words::tr("Which end of the axes it holds; the second handle holds the next one to the left.")},
      {{"long_right", Words::tr("Long axis, right end")},
       {"short_upper", Words::tr("Short axis, upper end")},
       {"long_left", Words::tr("Long axis, left end")},
       {"short_lower", Words::tr("Short axis, lower end")}});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the samples.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"slice",
       Words::tr("A slice is a bell"),
       Words::tr(
           "Drag the slice: wherever it cuts, Y keeps a bell of one width, narrower than its margin on the "
           "left. Only its mean moves, along a straight line. That is linear regression, found in a law."),
       {}},
      {"independent",
       Words::tr("Independent"),
       Words::tr("With ρ = 0 the axes of the ellipses lie along x and y. Drag the slice: the bell on it is "
                 "the margin "
                 "of Y, wherever you cut. Knowing X says nothing."),
       {{"rho", "0"}}},
      {"correlated",
       Words::tr("Strongly correlated"),
       Words::tr("The margins are those of the independent case, and they say nothing about the lean. The "
                 "slice does: "
                 "at ρ = 0.95 it leaves Y a third of its spread, √(1 − ρ²)."),
       {{"rho", "0.95"}}},
      {"near_singular",
       Words::tr("Near singular"),
       Words::tr("The short axis is a fourteenth of the long one, so Σ has the condition number 200. A point "
                 "beside the "
                 "ridge is near with a ruler and far for the law: inverting Σ magnifies that direction."),
       {{"sx", "1.2"},
        {"sy", "1.2"},
        {"rho", "0.99"},
        {"slice", "false"},
        {"query", "true"},
        {"q", "0.5,-0.5"}}},
      {"singular",
       Words::tr("All on a line"),
       Words::tr("At ρ = 1 the determinant of Σ is 0. X decides Y, a point beside the line is infinitely "
                 "far, and there "
                 "is no density: probability per area makes no sense on a line. Lower ρ by a hundredth and "
                 "it does."),
       {{"rho", "1"}}},
      {"isotropic",
       Words::tr("Isotropic"),
       Words::tr("Equal spreads and no correlation: the contours are circles, every direction is an "
                 "eigenvector, and "
                 "both distances agree up to the factor σ. Drag the end of an axis to break it."),
       {{"sx", "1.2"}, {"sy", "1.2"}, {"rho", "0"}, {"slice", "false"}, {"query", "true"}, {"q", "1.5,1"}}},
      {"regression",
       Words::tr("Regression to the mean"),
       Words::tr(
           "Two tests of equal spread. Who is two spreads above the mean in the first is expected only one "
           "above "
           "in the second: the line of guesses is flatter than the axis of the cloud, because luck does not "
           "repeat."),
       {{"sx", "1.2"}, {"sy", "1.2"}, {"rho", "0.5"}, {"x0", "2.4"}, {"line", "true"}}},
      {"mahalanobis",
       Words::tr("Mahalanobis against Euclid"),
       Words::tr(
           "Walk q round the dashed circle: the ruler says the same all the way, the law does not. Along the "
           "ridge q is ordinary, across it fewer than one sample in a hundred lies as far out. An anomaly "
           "detector needs the law."),
       {{"sx", "2"},
        {"sy", "1.2"},
        {"rho", "0.8"},
        {"slice", "false"},
        {"margins", "false"},
        {"query", "true"},
        {"q", "-1.4,1.4"}}},
      {"films",
       Words::tr("Ratings of two films"),
       Words::tr(
           "Stars that viewers give to two films of one director. Who gave the first one star more than the "
           "mean "
           "is expected to give the second 0.79 more, give or take 0.84. A recommender needs nothing else."),
       {{"axes", "films"},
        {"mean", "3.2,2.8"},
        {"sx", "0.9"},
        {"sy", "1.1"},
        {"rho", "0.65"},
        {"x0", "4.2"},
        {"line", "true"}}},
      {"rain",
       Words::tr("Samples rain in"),
       Words::tr("Five hundred samples of the law. 39 of 100 should fall into the first ellipse and 86 into "
                 "the second; "
                 "the correlation of the samples wanders about ρ. Another seed, another cloud."),
       {{"slice", "false"}},
       50},
      {"bell",
       Words::tr("The bell"),
       Words::tr("The same law from the side. The slice cuts a bell out of the bell; the shadows on the "
                 "walls are the "
                 "margins. Turn it, and drag the slice along its floor."),
       {{"view", "both"}, {"x0", "1"}, {"sx", "1.2"}}},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"nothing", Words::tr("Make X say nothing about Y"),
       [](const Params& p, const Result&) { return std::abs(p.rho) <= 0.005; }},
      {"halve", Words::tr("Let the slice halve the spread of Y"),
       [](const Params& p, const Result& r) { return p.slice && r.slice.spread <= 0.5 * p.sy; }},
      {"fooled", Words::tr("Find a point near with a ruler and 3 standard deviations away"),
       [](const Params& p, const Result& r) { return p.query && r.euclid <= 1.5 && r.mahalanobis >= 3; }},
      {"round", Words::tr("Make every direction an eigenvector"),
       [](const Params&, const Result& r) { return std::isnan(r.axes.angle); }},
      {"line", Words::tr("Take the density away"),
       [](const Params&, const Result& r) { return r.isSingular; }},
      {"downhill", Words::tr("Let the long axis run downhill at 45°"),
       [](const Params&, const Result& r) { return std::abs(r.axes.angle + std::atan(1.0)) <= 0.02; }},
      {"estimate", Words::tr("Let it rain until the samples know ρ to 0.05"),
       [](const Params& p, const Result& r) {
         return r.samples.size() >= 100 && std::abs(r.sampleCorrelation - p.rho) <= 0.05;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"mean", "0,0"},
        {"sx", "1.4"},
        {"sy", "1.1"},
        {"rho", "0.75"},
        {"slice", "true"},
        {"margins", "true"},
        {"query", "false"},
        {"line", "false"},
        {"axes", "coordinates"},
        {"x0", "2"}},
       700},
      {{{"x0", "-2"}}, 2200},
      {{{"x0", "2"}}, 1800},
      {{{"rho", "0"}}, 1800},
      {{{"rho", "-0.8"}}, 1600},
      {{{"rho", "0.97"}}, 2200},
      {{{"rho", "0.75"}, {"line", "true"}}, 1400},
      {{{"x0", "2.5"}}, 1200, 40},
  };
}

panel::Process<Params, Rain> process() {
  panel::Process<Params, Rain> process;
  process.stepLabel = Words::tr("Draw %1 samples").arg(samplesPerStep);
  process.maximumSteps = mostSteps;
  process.start = [](const Params&) { return Rain{}; };
  process.step = [](const Params&, const Rain& rain) { return Rain{rain.drawn + samplesPerStep}; };
  process.finished = [](const Params&, const Rain&) { return false; };
  process.stepsPerSecond = 10;
  return process;
}

scene::Scene drawn(const Params& p, const Result& r) {
  scene::Scene scene;
  if (p.view != ViewKind::Bell)
    scene.views.emplace_back(mapView(p, r));
  if (p.view != ViewKind::Map)
    scene.views.emplace_back(bellView(p, r));
  return scene;
}

} // namespace

} // namespace gaussian_2d_panel

panel::PanelPointer gaussian_2d() {
  using namespace gaussian_2d_panel;
  panel::Definition<Params, Result, Rain> definition;
  definition.identity = {
      "probability.gaussian_2d", Words::tr("The normal law of the plane"),
      Words::tr("Shows a bell over the plane: its ellipses, its margins, what a slice leaves of "
                "it, and how far a point is from its mean."),
      "7.5"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = process();
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::probability
