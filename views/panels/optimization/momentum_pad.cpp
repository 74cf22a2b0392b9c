#include "views/panel/definition.h"
#include "views/panels/optimization/momentum_pad_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization {

namespace momentum_pad_panel {

namespace {

constexpr double pace = 12;

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::method,
                {"method", Words::tr("Method"), "", Words::tr("How a step is made from the slope.")},
                {{"gd", Words::tr("Gradient descent"), Words::tr("x ← x − η ∇f.")},
                 {"heavy_ball", Words::tr("Heavy ball"), Words::tr("m ← β m + ∇f, then x ← x − η m.")},
                 {"nesterov", Words::tr("Nesterov"), Words::tr("m ← β m + ∇f, then x ← x − η (∇f + β m).")}});
  fields.number(&Params::rate,
                {"rate", Words::tr("Learning rate"), "\\eta",
                 Words::tr("In units of one over the largest curvature, which is taken as 1.")},
                {0, mostRate, 0.01});
  fields
      .number(&Params::momentum,
              {"momentum", Words::tr("Momentum"), "\\beta",
               Words::tr("The share of the last push that is kept: 0 forgets it, 1 has no friction at all.")},
              {0, 1, 0.005})
      .onlyWith("method", {"heavy_ball", "nesterov"});
  fields.number(&Params::condition,
                {"condition", Words::tr("Condition number"), "\\kappa",
                 Words::tr("The largest curvature over the smallest: how long and narrow the valley is.")},
                {1, 1000, 0.05, panel::Spacing::Logarithmic});
  fields.integer(&Params::modes,
                 {"modes", Words::tr("Modes"), "n",
                  Words::tr("How many eigenvectors the quadratic has, their curvatures from 1/κ to 1.")},
                 {2, 4, 1});
  fields.point(&Params::start,
               {"start", Words::tr("Start"), "\\mathbf{x}_0",
                Words::tr("The flattest and the steepest coordinate at the start; those between are 1.")},
               {"sx", "sy"}, {-1, 1, 0.05});
  fields.number(&Params::tolerance,
                {"tolerance", Words::tr("Tolerance"), "\\varepsilon",
                 Words::tr("The walk has arrived when its distance is this share of that at the start.")},
                {1e-6, 0.1, 0.1, panel::Spacing::Logarithmic});
  fields.choice(&Params::height,
                {"height", Words::tr("Height drawn"), "",
                 Words::tr("On a logarithmic scale a factor is a slope: it is drawn dashed.")},
                {{"plain", Words::tr("As it is")}, {"log", Words::tr("On a logarithmic scale")}});
  fields.integer(&Params::shown,
                 {"shown", Words::tr("Steps drawn"), "", Words::tr("How far ahead the curves go.")},
                 {20, mostSteps, 1});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"ripples",
       Words::tr("Too much momentum"),
       Words::tr(
           "Both modes swing, and the push that carries the flat one along also carries it past the "
           "minimum. Above both dashed curves the factor is √β whatever the learning rate: less momentum "
           "is faster. Drag the handle down to the place marked best."),
       {}},
      {"best",
       Words::tr("The best place"),
       Words::tr("The two dashed curves cross here: both modes are critically damped at once and die out "
                 "together, after the steep one was first carried away. 11.5 steps a digit instead of 115 "
                 "without momentum, because κ = 100 has become √κ = 10."),
       {{"rate", "3.3"}, {"momentum", "0.67"}}},
      {"no_momentum",
       Words::tr("Without momentum"),
       Words::tr(
           "The best that gradient descent can do. The steep mode changes sides at every step, the flat "
           "one creeps, and both shrink by the same 0.98 a step. A larger rate lets the "
           "steep one last longer, and from 2 on it never dies out."),
       {{"method", "gd"}, {"rate", "1.98"}}},
      {"critical",
       Words::tr("Critical damping"),
       Words::tr("The handle lies on the dashed curve of the flat mode, β = (1 − √ηλ)² = 0.81: no "
                 "momentum brings that mode in faster at this rate. A little more and it ripples, a little "
                 "less and it creeps."),
       {{"rate", "1"}, {"momentum", "0.81"}}},
      {"creeps",
       Words::tr("Too little momentum"),
       Words::tr(
           "Left of the dashed curve of the flat mode its roots are real, and it comes in slowly from one "
           "side, long after the steep one has settled."),
       {{"rate", "1.5"}, {"momentum", "0.4"}}},
      {"border",
       Words::tr("Over the border"),
       Words::tr(
           "At η = 2(1 + β) the steep mode has the root −1. Just beyond it every step overshoots by more "
           "than it came, while the flat mode still converges: the steepest curvature alone sets the "
           "border."),
       {{"rate", "3.36"}, {"momentum", "0.65"}, {"shown", "60"}}},
      {"orbit",
       Words::tr("No friction"),
       Words::tr(
           "With β = 1 nothing is ever lost. Both modes swing for ever, the factor is 1, and no learning "
           "rate helps."),
       {{"rate", "0.2"}, {"momentum", "1"}}},
      {"nesterov",
       Words::tr("Nesterov"),
       Words::tr(
           "Nesterov's look ahead damps steep modes more than flat ones, so this map has another shape: "
           "the border comes sooner and the best factor is 0.885 instead of 0.818. In exchange its "
           "gain is proved for all smooth, strongly convex functions, not for quadratics alone."),
       {{"method", "nesterov"}, {"rate", "1.33"}, {"momentum", "0.795"}}},
      {"slopes",
       Words::tr("Factors are slopes"),
       Words::tr("On a logarithmic scale each mode falls along the dashed line that its root foretells. Four "
                 "modes, and in the region above all dashed curves all fall alike, by √β a step."),
       {{"rate", "3.2"}, {"momentum", "0.75"}, {"modes", "4"}, {"height", "log"}},
       40},
      {"narrow",
       Words::tr("A narrow valley"),
       Words::tr("κ = 1000: gradient descent would need 1151 steps for a digit, the heavy ball 36. The best "
                 "place has moved up and to the right, towards η = 4 and β = 1, and its funnel is narrow."),
       {{"condition", "1000"}, {"rate", "3.75"}, {"momentum", "0.89"}, {"shown", "200"}}},
  };
}

bool isAlone(const Result& r, math::ModeRegime first, math::ModeRegime last) {
  return r.modes.front().rate.regime == first && r.modes.back().rate.regime == last;
}

std::vector<panel::Goal<Params, Result>> goals() {
  using math::ModeRegime;
  return {
      {"best", Words::tr("Come within a tenth of the best speed"),
       [](const Params&, const Result& r) {
         return r.converges() && stepsPerDigit(r.factor) <= 1.1 * stepsPerDigit(r.best.factor);
       }},
      {"critical", Words::tr("Damp the flattest mode critically"),
       [](const Params& p, const Result& r) {
         return p.momentum > 0.3 && p.method != math::MomentumMethod::GradientDescent &&
                r.modes.front().rate.regime == ModeRegime::Critical;
       }},
      {"all_ripple", Words::tr("Make every mode ripple"),
       [](const Params&, const Result& r) {
         return std::all_of(r.modes.begin(), r.modes.end(),
                            [](const Mode& mode) { return mode.rate.regime == ModeRegime::Ripples; });
       }},
      {"split", Words::tr("Let the flattest mode creep while the steepest changes sides"),
       [](const Params&, const Result& r) {
         return isAlone(r, ModeRegime::Monotone, ModeRegime::Alternates);
       }},
      {"thrown_out", Words::tr("Let the steepest mode diverge while the flattest converges"),
       [](const Params&, const Result& r) {
         return r.modes.front().rate.converges() && r.modes.back().rate.regime == ModeRegime::Diverges;
       }},
      {"forever", Words::tr("Find a setting that never loses anything"),
       [](const Params& p, const Result& r) {
         return p.rate > 0 && isAlone(r, ModeRegime::Stays, ModeRegime::Stays);
       }},
      {"arrive", Words::tr("Step until the tolerance is met"),
       [](const Params&, const Result& r) { return r.step() > 0 && r.arrival <= r.step(); }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"method", "heavy_ball"},
        {"condition", "100"},
        {"modes", "2"},
        {"height", "plain"},
        {"shown", "100"},
        {"start", "1,0.35"},
        {"rate", "1.98"},
        {"momentum", "0"}},
       900},
      {{{"momentum", "0.4"}}, 1600},
      {{{"rate", "3.3"}, {"momentum", "0.67"}}, 2200},
      {{{"momentum", "0.95"}}, 2200},
      {{{"rate", "3.36"}, {"momentum", "0.65"}}, 2200},
      {{{"rate", "3.3"}, {"momentum", "0.67"}}, 1200, 40},
  };
}

} // namespace

} // namespace momentum_pad_panel

panel::PanelPointer momentum_pad() {
  using namespace momentum_pad_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "optimization.momentum_pad", Words::tr("Learning rate and momentum"),
      Words::tr("Shows over all learning rates and momenta how fast a quadratic is walked down, and why."),
      "9.2"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{
      Words::tr("One step"), mostSteps, start, next, [](const Params&, const Step&) { return false; }, pace};
  definition.model = [maps = std::make_shared<Maps>()](const Params& params, std::span<const Step> history) {
    return evaluate(params, history, *maps);
  };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::optimization
