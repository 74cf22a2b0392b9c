#include "views/panel/definition.h"
#include "views/panels/statistics/estimation_fields.h"
#include "views/panels/statistics/estimation_views.h"
#include "views/panels/statistics/estimation_words.h"

#include <cmath>

namespace eigenboard::panels::statistics {

namespace estimation_panel {

namespace {

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"top", Words::tr("Bring the value tried within a tenth of a standard error of the maximum"),
       [](const Params& p, const Result& r) {
         return !p.isRepeated() &&
                std::abs(r.likelihood.theta - r.likelihood.best) <= 0.1 * r.likelihood.standardError;
       }},
      {"precise",
       Words::tr("Add data until the standard error of the mean is 0.3 or less, at a spread of 1.5 or more"),
       [](const Params& p, const Result& r) {
         return p.show == Show::NormalMean && p.sigma >= 1.5 && r.likelihood.standardError <= 0.3;
       }},
      {"overruled",
       Words::tr(
           "Let data overrule a prior that is 2 or more off the maximum: posterior mode within 0.3 of it"),
       [](const Params& p, const Result& r) {
         return !p.isRepeated() && r.likelihood.after && std::abs(p.priorGuess() - r.likelihood.best) >= 2 &&
                std::abs(r.likelihood.after->mode() - r.likelihood.best) <= 0.3;
       }},
      {"underflow", Words::tr("Make the product 0 while its logarithm stays an ordinary number"),
       [](const Params& p, const Result& r) {
         return !p.isRepeated() && r.likelihood.product == 0 && std::isfinite(r.likelihood.logLikelihood);
       }},
      {"rule_of_three",
       Words::tr("Show with no success at all that the chance is below 5 %, at a level of 95 %"),
       [](const Params& p, const Result&) {
         return p.show == Show::Bernoulli && p.successes == 0 && p.level >= 0.95 &&
                math::exactUpperLimit(0, p.trials, p.level) <= 0.05;
       }},
      {"settled", Words::tr("Draw 150 intervals or more, with a coverage within 0.02 of the level"),
       [](const Params& p, const Result& r) {
         return p.show == Show::Dance && r.repeated.samples >= 150 &&
                std::abs(r.repeated.coverage() - p.level) <= 0.02;
       }},
      {"too_narrow", Words::tr("Find a procedure that covers 0.1 less than it is asked for"),
       [](const Params& p, const Result& r) {
         return p.show == Show::Dance && r.repeated.promised <= p.level - 0.1;
       }},
      {"biased_and_better", Words::tr("Beat the unbiased estimator: a squared error a fifth smaller"),
       [](const Params& p, const Result& r) {
         return p.show == Show::Target &&
                r.repeated.risk.meanSquaredError() <= 0.8 * riskAt(p, 1).meanSquaredError();
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "few"}}, 800},
      {{{"mu", "2.5"}}, 1800},
      {{{"mu", "4.45"}}, 2400},
      {{{"data.4.x", "9"}}, 1600},
      {{{"data.4.x", "6.4"}}, 1200},
      {{{"strength", "5"}, {"prior_mean", "7"}}, 1400},
      {{{"strength", "25"}}, 2200},
      {{{"preset", "dance"}}, 800, 60},
      {{{"preset", "n_minus_1"}}, 800, 30},
      {{{"estimator", "own"}, {"weight", "0.5"}}, 2000, 30},
  };
}

scene::Scene drawn(const Params& p, const Result& r) {
  switch (p.show) {
  case Show::Dance:
    return {{danceView(p, r), coverageView(p, r)}};
  case Show::Target:
    return {{targetView(p, r), riskView(p, r)}};
  case Show::Bernoulli:
    return {{outcomeView(p, r), thetaView(p, r)}};
  default:
    return {{dataView(p, r), thetaView(p, r)}};
  }
}

} // namespace

} // namespace estimation_panel

panel::PanelPointer estimation() {
  using namespace estimation_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "statistics.estimation", Words::tr("Estimation"),
      Words::tr("Slide a model under data, and see what likelihood, prior and repetition say of "
                "its parameter."),
      "8.3"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  constexpr double stepsASecond = 8;
  definition.process =
      panel::Process<Params, Step>{Words::tr("Draw again"), mostSteps, start, next, isFinished, stepsASecond};
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::statistics
