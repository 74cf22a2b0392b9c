#include "views/panel/definition.h"
#include "views/panels/probability/moments_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability {

namespace moments_panel {

namespace {

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::mode,
                {"mode", Words::tr("Show"), "", Words::tr("Which idea about moments is shown.")},
                {{"beam", Words::tr("Balance: mean and spread")},
                 {"covariance", Words::tr("Covariance of points")},
                 {"jensen", Words::tr("Jensen's gap")},
                 {"bounds", Words::tr("Bounds on tails")},
                 {"adam", Words::tr("Adam's moments")}});
  std::vector<QString> keys;
  for (int place = 0; place < placeCount; ++place)
    keys.push_back(weightKey(place));
  fields
      .matrix(&Params::w,
              {"w", Words::tr("Weights of −4 to 4"), "w",
               Words::tr("How often X takes each value, in proportion to the others.")},
              keys, {0, 20, 0.1})
      .onlyWith("mode", {"beam", "jensen", "bounds", "adam"});
  fields
      .number(&Params::fulcrum,
              {"fulcrum", Words::tr("Fulcrum"), "f", Words::tr("Where the beam is held up.")}, {-4, 4, 0.05})
      .onlyWith("mode", {"beam"});
  fields
      .table(
          &Params::points,
          {"points", Words::tr("Points"), "",
           Words::tr("A row for each. Click the plane to add one, press Delete to remove the focused one.")},
          pointColumns(), mostPoints)
      .onlyWith("mode", {"covariance"});
  fields
      .toggle(
          &Params::ellipse,
          {"ellipse", Words::tr("Covariance ellipses"), "",
           Words::tr(
               "Of one and two standard deviations: axes along the eigenvectors of the covariance matrix.")})
      .onlyWith("mode", {"covariance"});
  fields
      .choice(&Params::g, {"g", Words::tr("Curve"), "g", Words::tr("The function whose mean is asked for.")},
              {{"square", Words::tr("Square")},
               {"exponential", Words::tr("e to the x/2")},
               {"absolute", Words::tr("Absolute value")},
               {"rectifier", Words::tr("Rectifier, max(0, x)")},
               {"softplus", Words::tr("Softplus")},
               {"logarithm", Words::tr("Logarithm of x + 5, concave")}})
      .onlyWith("mode", {"jensen"});
  fields
      .integer(
          &Params::n,
          {"n", Words::tr("Draws in the mean"), "n", Words::tr("How many independent draws are averaged.")},
          {1, 30, 1})
      .onlyWith("mode", {"bounds"});
  fields
      .number(&Params::t,
              {"t", Words::tr("Distance"), "t", Words::tr("How far from the mean a tail begins.")},
              {0.05, 8, 0.05})
      .onlyWith("mode", {"bounds"});
  fields
      .number(&Params::beta1,
              {"beta1", Words::tr("Memory of the gradient"), "\\beta_1",
               Words::tr("How much of the old first moment is kept at a step.")},
              {0, 0.99, 0.01})
      .onlyWith("mode", {"adam"});
  fields
      .number(&Params::beta2,
              {"beta2", Words::tr("Memory of its square"), "\\beta_2",
               Words::tr("How much of the old second moment is kept at a step.")},
              {0.5, 0.999, 0.001})
      .onlyWith("mode", {"adam"});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the draws.")});
  return fields;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"level", Words::tr("Bring the beam to rest"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Beam && std::abs(r.torque(p)) <= 0.02;
       }},
      {"empty_mean", Words::tr("Put the mean where X never is, between two lumps"),
       [](const Params&, const Result& r) {
         return r.moments.variance > 4 && r.law.probabilities.minCoeff() < 1e-3 &&
                math::massAt(r.law, std::round(r.moments.mean)) < 1e-3;
       }},
      {"heavy", Words::tr("Make a tail so rare and far that the kurtosis passes 10"),
       [](const Params&, const Result& r) { return r.moments.excessKurtosis >= 10; }},
      {"uncorrelated", Words::tr("Let the rectangles cancel"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Covariance && p.points.rows() >= 4 && std::abs(r.pairs.correlation) <= 0.02;
       }},
      {"no_gap", Words::tr("Close Jensen's gap while X still varies"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Jensen && r.moments.variance > 0.5 && std::abs(r.jensen.gap()) <= 1e-6;
       }},
      {"tight", Words::tr("Make Chebyshev's promise exact"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Bounds && r.bounds.truth > 0 && r.bounds.truth < 1 &&
                r.bounds.chebyshev <= 1.01 * r.bounds.truth;
       }},
      {"hoeffding", Words::tr("Let Hoeffding promise ten times more than Chebyshev"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Bounds && 10 * r.bounds.hoeffding <= r.bounds.chebyshev &&
                r.bounds.chebyshev <= 1;
       }},
      {"warm", Words::tr("Catch v at less than half of what it should be after 20 gradients"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Adam && r.drawn() >= 20 && math::filledShare(p.beta2, r.drawn()) < 0.5;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  const std::pair<QString, QString> usual{"w", "0,1,3,4,3,2,1,1,1"};
  return {
      {{{"mode", "beam"}, usual, {"fulcrum", "1"}}, 700},
      {{{"fulcrum", "-1"}}, 1600},
      {{{"fulcrum", "-0.25"}}, 1800},
      {{{"w", "0,1,3,4,3,2,1,1,6"}}, 1600},
      {{{"fulcrum", "0.7"}}, 1600},
      {{usual, {"fulcrum", "-0.25"}}, 1200, 60},
      {{{"mode", "jensen"}, {"g", "square"}, {"w", "2,1,1,1,1,1,1,2,3"}}, 900},
      {{{"w", "0,0,1,2,2,2,1,0,0"}}, 2200},
      {{{"mode", "bounds"}, {"n", "1"}, {"t", "4"}, {"w", "1,0,0,0,6,0,0,0,1"}}, 900},
      {{{"n", "20"}, {"t", "1.5"}}, 2200},
  };
}

panel::Process<Params, Stream> process() {
  panel::Process<Params, Stream> process;
  process.stepLabel = Words::tr("Draw X once");
  process.maximumSteps = mostSteps;
  process.start = startOfStream;
  process.step = nextOfStream;
  process.finished = [](const Params&, const Stream&) { return false; };
  process.stepsPerSecond = 10;
  return process;
}

scene::Scene drawn(const Params& p, const Result& r) {
  switch (p.mode) {
  case Mode::Covariance:
    return {{pairsView(p, r)}};
  case Mode::Jensen:
    return {{jensenView(p, r)}};
  case Mode::Bounds:
    return {{tailsView(p, r), boundsView(p, r)}};
  case Mode::Adam:
    return {{firstMomentView(p, r), secondMomentView(p, r)}};
  case Mode::Beam:
    break;
  }
  return {{beamView(p, r)}};
}

} // namespace

} // namespace moments_panel

panel::PanelPointer moments() {
  using namespace moments_panel;
  panel::Definition<Params, Result, Stream> definition;
  definition.identity = {
      "probability.moments", Words::tr("Expectation and moments"),
      Words::tr("Shows the mean as a balance point, covariance as signed area, Jensen's gap, what bounds "
                "promise about tails, and the moments that Adam keeps."),
      "7.4"};
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
