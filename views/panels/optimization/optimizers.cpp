#include "views/panel/definition.h"
#include "views/panel/expression_words.h"
#include "views/panels/optimization/optimizers_numpy.h"
#include "views/panels/optimization/optimizers_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization {

namespace optimizers_panel {

namespace {

namespace math = eigenboard::optimization;

/// Steps a second: of the 40 to 200 that a race takes each is still seen.
constexpr double pace = 20;

void addRaceFields(panel::Fields<Params>& fields) {
  const auto toggle = [&fields](bool Params::*member, const char* key, const QString& label,
                                const QString& help) {
    fields.toggle(member, {QString::fromLatin1(key), label, "", help});
  };
  toggle(&Params::gradientDescent, "gd", Words::tr("Gradient descent"),
         Words::tr("Goes down the slope, as far as the slope is steep."));
  toggle(&Params::heavyBall, "heavy_ball", Words::tr("Momentum"),
         Words::tr("Keeps most of its last step: a heavy ball."));
  toggle(&Params::nesterov, "nesterov", Words::tr("Nesterov"),
         Words::tr("Momentum that looks at where it is about to be."));
  toggle(&Params::adagrad, "adagrad", Words::tr("AdaGrad"),
         Words::tr("Divides each coordinate of the slope by the root of all its squares so far."));
  toggle(&Params::rmsprop, "rmsprop", Words::tr("RMSProp"),
         Words::tr("Divides by the root of the recent squares."));
  toggle(&Params::adam, "adam", Words::tr("Adam"), Words::tr("RMSProp with momentum and a fair beginning."));
  toggle(&Params::adamw, "adamw", Words::tr("AdamW"),
         Words::tr("Adam that also shrinks towards the origin at every step."));
  toggle(&Params::newton, "newton", Words::tr("Newton"),
         Words::tr("Divides the slope by the curvature: to the bottom of the parabola that fits here."));
  toggle(&Params::lbfgs, "lbfgs", Words::tr("L-BFGS"),
         Words::tr("Learns the curvature from the slopes it has met, and searches along its line."));
}

void addScheduleFields(panel::Fields<Params>& fields) {
  fields.choice(&Params::schedule,
                {"schedule", Words::tr("Schedule"), "",
                 Words::tr("How learning rate and step length change over the steps. Newton and L-BFGS have "
                           "none.")},
                {{"constant", Words::tr("Constant")},
                 {"steps", Words::tr("Falls in steps")},
                 {"exponential", Words::tr("Falls exponentially")},
                 {"cosine", Words::tr("Warm-up, then half a cosine")},
                 {"inverse_root", Words::tr("Warm-up, then one over the root")},
                 {"one_cycle", Words::tr("One cycle, up and down")}});
  fields
      .integer(&Params::period,
               {"period", Words::tr("Period"), "T",
                Words::tr("Of the schedule, in steps: from one fall to the next, or to its end.")},
               {10, 400, 1})
      .onlyWith("schedule", {"steps", "exponential", "cosine", "one_cycle"});
  fields
      .integer(
          &Params::warmUp,
          {"warm_up", Words::tr("Warm-up"), "", Words::tr("Steps in which the rate rises to its full size.")},
          {0, 50, 1})
      .onlyWith("schedule", {"cosine", "inverse_root"});
  fields
      .number(&Params::left,
              {"left", Words::tr("Left after a period"), "\\gamma",
               Words::tr("The share of the rate that is left when a period is over.")},
              {0.01, 1, 0.01})
      .onlyWith("schedule", {"steps", "exponential"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::function,
                {"function", Words::tr("Function"), "f", Words::tr("What the methods walk on.")},
                {{"ravine", Words::tr("Ravine, condition 100")},
                 {"bowl", Words::tr("Round bowl")},
                 {"saddle", Words::tr("Saddle")},
                 {"plateau", Words::tr("Plateau with a dip")},
                 {"rosenbrock", Words::tr("Rosenbrock's valley")},
                 {"himmelblau", Words::tr("Himmelblau, four minima")},
                 {"beale", Words::tr("Beale, flat with steep edges")},
                 {"own", Words::tr("Your own formula")}});
  fields.text(&Params::formula,
              {"formula", Words::tr("Your formula"), "f(x, y)",
               Words::tr("Read when the function is your own: for example x^2 + sin(3y).")});
  fields.point(&Params::start,
               {"start", Words::tr("Start"), "\\mathbf{x}^{(0)}", Words::tr("Where all methods set out.")},
               {"sx", "sy"}, {-6, 6, 0.05});
  fields.number(&Params::rate,
                {"rate", Words::tr("Learning rate"), "\\eta",
                 Words::tr("Of gradient descent, momentum and Nesterov: the step is this times the slope.")},
                {1e-4, 0.5, 0.05, panel::Spacing::Logarithmic});
  fields.number(&Params::length,
                {"length", Words::tr("Step length"), "\\alpha",
                 Words::tr("Of AdaGrad, RMSProp, Adam and AdamW, which divide the slope by its own size: "
                           "about the length of a step.")},
                {1e-3, 0.5, 0.05, panel::Spacing::Logarithmic});
  fields.number(&Params::momentum,
                {"momentum", Words::tr("Momentum"), "\\beta_1",
                 Words::tr("How much of the last step is kept, by momentum, Nesterov and Adam.")},
                {0, 0.99, 0.01});
  fields.number(&Params::memory,
                {"memory", Words::tr("Memory of squares"), "\\beta_2",
                 Words::tr("How much of the old squares RMSProp and Adam keep at a step.")},
                {0.5, 0.999, 0.001});
  addScheduleFields(fields);
  addRaceFields(fields);
  fields.number(&Params::decay,
                {"decay", Words::tr("Weight decay"), "\\lambda",
                 Words::tr("AdamW shrinks its place by this times its step length.")},
                {0, 1, 0.01});
  fields.onlyWith("adamw");
  fields.number(&Params::noise,
                {"noise", Words::tr("Noise of the slope"), "\\sigma",
                 Words::tr("What is added to each coordinate of the slope, as from a batch of data: its "
                           "standard deviation.")},
                {0, 2, 0.1});
  fields.seed(&Params::seed,
              {"seed", Words::tr("Seed"), "", Words::tr("Decides the noise; all methods meet the same.")});
  fields.number(&Params::tolerance,
                {"tolerance", Words::tr("Tolerance"), "\\varepsilon",
                 Words::tr("A method has arrived when its slope is no more than this.")},
                {1e-6, 1, 0.1, panel::Spacing::Logarithmic});
  fields.choice(&Params::watch,
                {"watch", Words::tr("Watch"), "", Words::tr("Whom readouts and formula speak of.")},
                {{"leader", Words::tr("The leader")},
                 {"gd", Words::tr("Gradient descent")},
                 {"heavy_ball", Words::tr("Momentum")},
                 {"nesterov", Words::tr("Nesterov")},
                 {"adagrad", Words::tr("AdaGrad")},
                 {"rmsprop", Words::tr("RMSProp")},
                 {"adam", Words::tr("Adam")},
                 {"adamw", Words::tr("AdamW")},
                 {"newton", Words::tr("Newton")},
                 {"lbfgs", Words::tr("L-BFGS")}});
  fields.choice(
      &Params::view,
      {"view", Words::tr("View"), "", Words::tr("How the function is shown beside the curves.")},
      {{"contour", Words::tr("From above, with contours")}, {"surface", Words::tr("As a surface")}});
  fields.toggle(&Params::ahead, {"ahead", Words::tr("Look ahead"), "",
                                 Words::tr("Shows faintly where the next 120 steps lead.")});
  return fields;
}

/// Two that have arrived stand in different minima.
bool endApart(const Result& r) {
  for (const Walk& one : r.walks())
    for (const Walk& other : r.walks())
      if (one.hasArrived() && other.hasArrived() && (one.state.point - other.state.point).norm() > 1)
        return true;
  return false;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"arrive", Words::tr("Let a method arrive"),
       [](const Params&, const Result& r) {
         return std::any_of(r.walks().begin(), r.walks().end(),
                            [](const Walk& walk) { return walk.hasArrived(); });
       }},
      {"thrown_out", Words::tr("Make gradient descent climb out of the ravine"),
       [](const Params& p, const Result& r) {
         const Walk* walk = r.walk(Method::GradientDescent);
         return p.function == FunctionKind::Ravine && r.step() > 0 && walk &&
                (walk->hasLeft() || walk->state.value > r.history.front().walks.front().state.value);
       }},
      {"edge", Words::tr("Find the rate at which the ravine is just stable"),
       [](const Params& p, const Result& r) {
         const double product = p.rate * r.curvature;
         return p.function == FunctionKind::Ravine && product >= 1.9 && product < 2;
       }},
      {"momentum_first", Words::tr("Let momentum arrive before gradient descent"),
       [](const Params& p, const Result& r) {
         const Walk* plain = r.walk(Method::GradientDescent);
         const Walk* heavy = r.walk(Method::Momentum);
         return p.noise == 0 && plain && heavy && heavy->hasArrived() &&
                (!plain->hasArrived() || plain->arrival > heavy->arrival);
       }},
      {"off_the_saddle", Words::tr("Get gradient descent off the saddle"),
       [](const Params& p, const Result& r) {
         const Walk* walk = r.walk(Method::GradientDescent);
         return p.function == FunctionKind::Saddle && walk && walk->state.value < -1 && r.step() > 0;
       }},
      {"two_minima", Words::tr("Let two methods end in different minima"),
       [](const Params&, const Result& r) { return endApart(r); }},
      {"all_nine", Words::tr("Race all nine"),
       [](const Params&, const Result& r) { return r.walks().size() == methodCount && r.step() >= 10; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"function", "ravine"}, {"start", "-2.5,1.2"}, {"rate", "0.015"}, {"length", "0.1"}, {"noise", "0"}},
       900},
      {{{"start", "-2.5,1.2"}}, 400, 60},
      {{{"start", "2,1.6"}}, 2200, 60},
      {{{"start", "2.4,-0.6"}}, 1800, 60},
      {{{"rate", "0.0205"}}, 1800, 60},
      {{{"rate", "0.015"}, {"start", "-2.5,1.2"}}, 1600, 60},
  };
}

} // namespace

} // namespace optimizers_panel

panel::PanelPointer optimizers() {
  using namespace optimizers_panel;
  const auto landscapes = std::make_shared<Landscapes>();
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "optimization.optimizers", Words::tr("Optimizers race"),
      Words::tr("Lets nine methods walk down one function from one start, and shows how they differ."),
      "9.2"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{
      Words::tr("One step of every method"), 10000, start, next, isFinished, pace};
  definition.model = [landscapes](const Params& params, std::span<const Step> history) {
    return evaluate(params, history, *landscapes);
  };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.problem = [](const Result& result) {
    return panel::expressionProblem(result.problem().own, {"x", "y"});
  };
  definition.problemKey = "formula";
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::optimization
