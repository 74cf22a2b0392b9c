#include "views/panel/definition.h"
#include "views/panels/probability/random_variables_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability {

namespace random_variables_panel {

namespace {

void addLawFields(panel::Fields<Params>& fields) {
  fields.choice(&Params::law,
                {"law", Words::tr("Law of X"), "", Words::tr("Which curve F the uniform numbers meet.")},
                {{"exponential", Words::tr("Exponential")},
                 {"normal", Words::tr("Normal")},
                 {"uniform", Words::tr("Uniform")},
                 {"cauchy", Words::tr("Cauchy")},
                 {"geometric", Words::tr("Geometric")},
                 {"stars", Words::tr("Your own: stars")}});
  fields.number(&Params::u,
                {"u", Words::tr("Uniform number"), "u",
                 Words::tr("Any number between 0 and 1 is as likely as any other.")},
                {0.005, 0.995, 0.005});
  fields
      .number(&Params::location,
              {"location", Words::tr("Location"), "\\mu", Words::tr("Moves F to the left or right.")},
              {-3, 3, 0.1})
      .onlyWith("law", {"normal", "uniform", "cauchy"});
  fields
      .number(&Params::scale,
              {"scale", Words::tr("Scale"), "\\sigma",
               Words::tr("Stretches F along x, so that it rises less steeply.")},
              {0.2, 3, 0.1})
      .onlyWith("law", {"exponential", "normal", "uniform", "cauchy"});
  fields
      .number(&Params::chance,
              {"chance", Words::tr("Chance"), "p",
               Words::tr("Of success at each trial; X is the trial of the first success.")},
              {0.05, 0.95, 0.01})
      .onlyWith("law", {"geometric"});
  constexpr std::array members{&Params::w1, &Params::w2, &Params::w3, &Params::w4, &Params::w5};
  for (int star = 1; star <= starCount; ++star)
    fields
        .number(members[static_cast<std::size_t>(star - 1)],
                {QStringLiteral("w%1").arg(star),
                 star == 1 ? Words::tr("One star") : Words::tr("%1 stars").arg(star),
                 QStringLiteral("w_%1").arg(star),
                 Words::tr("How often they are given, in proportion to the others.")},
                {0, 20, 0.1})
        .onlyWith("law", {"stars"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  addLawFields(fields);
  fields.toggle(&Params::transform, {"transform", Words::tr("Make Y of X"), "",
                                     Words::tr("Shows what becomes of the density when g is applied to X.")});
  fields
      .choice(&Params::g, {"g", Words::tr("Y is"), "g", Words::tr("What is done to every value of X.")},
              {{"affine", Words::tr("a X + b")},
               {"square", Words::tr("The square of X")},
               {"absolute", Words::tr("The size of X, |X|")},
               {"exponential", Words::tr("e to the X")},
               {"logarithm", Words::tr("The logarithm of X")},
               {"own", Words::tr("F(X)")}})
      .onlyWith("transform");
  fields
      .number(&Params::factor,
              {"factor", Words::tr("Factor of the line"), "a",
               Words::tr("Of Y = a X + b: stretches by its size, turns round when below 0.")},
              {-3, 3, 0.05})
      .onlyWith("g", {"affine"});
  fields
      .number(&Params::shift,
              {"shift", Words::tr("Shift of the line"), "b",
               Words::tr("Of Y = a X + b: moves, and changes no density.")},
              {-4, 4, 0.1})
      .onlyWith("g", {"affine"});
  fields.toggle(
      &Params::pair,
      {"pair", Words::tr("Two variables"), "",
       Words::tr("A table of X and Y in place of the curve: joint law, margins, and a row by itself.")});
  std::vector<QString> cells;
  for (int row = 0; row < pairCount; ++row)
    for (int column = 0; column < pairCount; ++column)
      cells.push_back(jointKey(row, column));
  fields
      .matrix(&Params::joint,
              {"joint", Words::tr("Weights of the pair"), "J",
               Words::tr("How often X and Y take their values together, in proportion: X along, Y down.")},
              cells, {0, 20, 0.1})
      .onlyWith("pair");
  fields
      .integer(
          &Params::given,
          {"given", Words::tr("Known value of Y"), "y", Words::tr("The row that is looked at by itself.")},
          {1, pairCount, 1})
      .onlyWith("pair");
  fields.integer(
      &Params::batch,
      {"batch", Words::tr("Samples a step"), "", Words::tr("How many uniform numbers fall at every step.")},
      {1, mostBatch, 1});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the uniform numbers.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"inversion",
       Words::tr("A sample by inversion"),
       Words::tr("Drag u evenly up its axis and watch x: where F is steep x hardly moves, so many u end "
                 "there and the "
                 "density is high. Where F is flat x runs. Every random number generator for a law can be "
                 "built so."),
       {}},
      {"rain",
       Words::tr("Uniform in, exponential out"),
       Words::tr("Two hundred uniform numbers went across and down. On the left they lie evenly, below they "
                 "crowd near "
                 "0, and the bars follow the density. The red gap is the Kolmogorov–Smirnov distance."),
       {{"batch", "4"}},
       50},
      {"stars",
       Words::tr("Stars: F by jumps"),
       Words::tr("The ratings of one film. A jump of F is as high as the bar below it, so u lands on a value "
                 "exactly as "
                 "often as it should. Drag the bars to make a variable of your own."),
       {{"law", "stars"}, {"u", "0.6"}}},
      {"geometric",
       Words::tr("Waiting for a success"),
       Words::tr("Inverting a staircase: a whole interval of u gives one x, and F(x) is the top of the "
                 "stair, above u. "
                 "The formula rounds up, and nothing has to be tried until it works."),
       {{"law", "geometric"}, {"u", "0.7"}}},
      {"cauchy",
       Words::tr("Tails without a mean"),
       Words::tr("At u = 0.99 x is already 32 scales out. The samples follow F as well as any, but their "
                 "mean never "
                 "settles: one far sample in the next hundred moves it again."),
       {{"law", "cauchy"}, {"u", "0.9"}, {"batch", "10"}},
       40},
      {"square",
       Words::tr("The square of a bell"),
       Words::tr("Both pieces, at x and at −x, go to one piece of y, so two densities are added. Near 0 the "
                 "parabola is "
                 "flat, everything is squeezed together, and the density of Y has a pole: chi-squared."),
       {{"law", "normal"}, {"u", "0.8"}, {"transform", "true"}, {"g", "square"}}},
      {"log_normal",
       Words::tr("e to the power of a bell"),
       Words::tr("A symmetric law goes through a curve that stretches the right and squeezes the left, and "
                 "comes out "
                 "with a long right tail. Its mean is e^{1/2}, not e^0: g of the mean is not the mean of g."),
       {{"law", "normal"}, {"u", "0.85"}, {"transform", "true"}, {"g", "exponential"}, {"batch", "10"}},
       40},
      {"standardize",
       Words::tr("Shift and scale"),
       Words::tr(
           "A line stretches everywhere alike: the shape stays, the height is divided by |a|. This is what "
           "standardizing a feature does, and why the density has a 1/σ in front."),
       {{"law", "uniform"},
        {"location", "1"},
        {"transform", "true"},
        {"g", "affine"},
        {"factor", "2"},
        {"shift", "-2"}}},
      {"own_function",
       Words::tr("F(X) is uniform"),
       Words::tr("Send X through its own F: where the density is high F stretches by exactly that much, and "
                 "Y comes out "
                 "flat. It is inversion backwards, and the reason that p-values are uniform when nothing is "
                 "there."),
       {{"law", "normal"}, {"u", "0.7"}, {"transform", "true"}, {"g", "own"}, {"batch", "10"}},
       30},
      {"joint",
       Words::tr("Two variables"),
       Words::tr("Stars for two films as a table. Sums of columns and rows are the margins. The chosen row "
                 "over its sum "
                 "is the law of X once Y is known; the lines are the margin of X. Drag the row: they differ, "
                 "so Y tells "
                 "of X."),
       {{"pair", "true"}}},
      {"independent",
       Words::tr("Independent"),
       Words::tr("Every row has the proportions of every other, so each cell is the product of its margins "
                 "and the bars "
                 "below meet the lines whichever row you choose. Drag any one cell and it is lost."),
       {{"pair", "true"}, {"joint", "2,4,2;1,2,1;3,6,3"}, {"given", "2"}}},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"median", Words::tr("Find the median of the exponential law"),
       [](const Params& p, const Result& r) {
         return p.law == Law::Exponential && std::abs(r.x - p.scale * std::log(2.0)) <= 0.02 * p.scale;
       }},
      {"stair", Words::tr("Let F jump over u by a quarter or more"),
       [](const Params& p, const Result& r) { return r.reached >= p.u + 0.25; }},
      {"fair", Words::tr("Make a variable that gives all five stars alike"),
       [](const Params&, const Result& r) {
         return r.variable.isOwn && (r.variable.own.probabilities.array() - 0.2).abs().maxCoeff() <= 0.01;
       }},
      {"close", Words::tr("Bring 200 samples within 0.05 of F"),
       [](const Params&, const Result& r) { return r.drawn() >= 200 && r.gap.distance <= 0.05; }},
      {"two_ways", Words::tr("Find a y to which two places go"),
       [](const Params& p, const Result& r) {
         return p.transform && !r.variable.isDiscrete && std::isfinite(r.y) &&
                math::preimages(r.variable.g, r.variable.law, r.y).size() == 2;
       }},
      {"flat", Words::tr("Make Y uniform out of something that is not"),
       [](const Params& p, const Result& r) {
         return p.transform && p.g == math::Map::OwnFunction && p.law != Law::Uniform &&
                !r.variable.isDiscrete;
       }},
      {"independent", Words::tr("Make a pair that says nothing of each other"),
       [](const Params& p, const Result& r) {
         return p.pair && r.joint.minCoeff() > 0.02 && math::dependence(r.joint) <= 0.002;
       }},
      {"infinite", Words::tr("Make a Y whose mean is infinite"),
       [](const Params& p, const Result& r) { return p.transform && std::isinf(r.meanOfY); }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"law", "exponential"},
        {"scale", "1"},
        {"u", "0.1"},
        {"transform", "false"},
        {"pair", "false"},
        {"batch", "4"}},
       700},
      {{{"u", "0.9"}}, 3200},
      {{{"u", "0.5"}}, 1600},
      {{{"u", "0.5"}}, 600, 50},
      {{{"law", "stars"}, {"u", "0.1"}}, 900},
      {{{"u", "0.95"}}, 3200},
      {{{"law", "normal"}, {"transform", "true"}, {"g", "square"}, {"u", "0.95"}}, 900},
      {{{"u", "0.55"}}, 2600},
  };
}

panel::Process<Params, Draws> process() {
  panel::Process<Params, Draws> process;
  process.stepLabel = Words::tr("Draw a sample");
  process.maximumSteps = mostSteps;
  process.start = [](const Params&) { return Draws{}; };
  process.step = [](const Params& p, const Draws& draws) { return Draws{draws.count + p.batch}; };
  process.finished = [](const Params&, const Draws&) { return false; };
  return process;
}

scene::Scene drawn(const Params& p, const Result& r) {
  scene::Scene scene;
  if (p.pair) {
    scene.views.emplace_back(jointView(p, r));
    return scene;
  }
  scene.views.emplace_back(machineView(p, r));
  if (p.transform)
    scene.views.emplace_back(mapView(p, r));
  return scene;
}

} // namespace

} // namespace random_variables_panel

panel::PanelPointer random_variables() {
  using namespace random_variables_panel;
  panel::Definition<Params, Result, Draws> definition;
  definition.identity = {
      "probability.random_variables", Words::tr("Random variables by inversion"),
      Words::tr("Turns uniform numbers into samples of any law through its distribution function, and "
                "shows what a map does to a density."),
      "7.3"};
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
