#include "views/panel/definition.h"
#include "views/panels/statistics/testing_words.h"

#include <cmath>

namespace eigenboard::panels::statistics {

namespace testing_panel {

namespace {

void addManyFields(panel::Fields<Params>& fields) {
  fields
      .integer(&Params::tests,
               {"tests", Words::tr("Tests in a family"), "m",
                Words::tr("How many comparisons are made at once: metrics, segments, variants.")},
               {1, 50, 1})
      .onlyWith("mode", {"many"});
  fields
      .integer(&Params::real,
               {"real", Words::tr("Tests with an effect"), "",
                Words::tr("How many of them compare things that do differ.")},
               {0, 20, 1})
      .onlyWith("mode", {"many"});
  fields
      .choice(&Params::correction,
              {"correction", Words::tr("Correction"), "",
               Words::tr("What a p-value must stay below when there are many.")},
              {{"none", Words::tr("None: p ≤ α")},
               {"bonferroni", Words::tr("Bonferroni: p ≤ α/m")},
               {"benjamini_hochberg", Words::tr("Benjamini–Hochberg: by rank")}})
      .onlyWith("mode", {"many"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::mode,
                {"mode", Words::tr("What is looked at"), "", Words::tr("Which question about an A/B test.")},
                {{"power", Words::tr("One test: errors and power")},
                 {"permutation", Words::tr("Dealing the users out anew")},
                 {"peeking", Words::tr("Looking before the end")},
                 {"many", Words::tr("Many tests at once")}});
  fields
      .number(&Params::effect,
              {"effect", Words::tr("Effect"), "d",
               Words::tr(
                   "How much higher the ratings of B are on average, in standard deviations of one rating.")},
              {0, 1.5, 0.01})
      .onlyWith("mode", {"power", "permutation", "many"});
  fields
      .integer(&Params::n,
               {"n", Words::tr("Users per group"), "n", Words::tr("How many see A, and how many see B.")},
               {2, 20000, 0.05, panel::Spacing::Logarithmic})
      .onlyWith("mode", {"power", "peeking", "many"});
  fields.number(
      &Params::alpha,
      {"alpha", Words::tr("Level"), "\\alpha",
       Words::tr("How often a test may reject although there is no effect; chosen before the data.")},
      {0.001, 0.2, 0.001});
  fields.toggle(&Params::twoSided, {"two_sided", Words::tr("Both sides"), "",
                                    Words::tr("Whether B being worse would be reported too.")});
  fields
      .integer(&Params::users,
               {"users", Words::tr("Users dealt to each"), "",
                Words::tr("How many ratings each recommender got.")},
               {3, 40, 1})
      .onlyWith("mode", {"permutation"});
  fields
      .integer(
          &Params::looks,
          {"looks", Words::tr("Looks"), "K",
           Words::tr("How often the running experiment is tested, stopping at the first p below the level.")},
          {1, 20, 1})
      .onlyWith("mode", {"peeking"});
  addManyFields(fields);
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides what is drawn.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"one_test",
       Words::tr("One A/B test"),
       Words::tr(
           "B is 0.3 standard deviations better and 100 users see each. Grey is z without an effect, blue "
           "with it. Beyond the border lies 5 % of the grey curve and 56 % of the blue: the test misses the "
           "effect nearly every second time. Drag the blue peak, the border, and n on the right."),
       {}},
      {"no_effect",
       Words::tr("No effect"),
       Words::tr(
           "A against A. Every p from 0 to 1 comes as often as any other, so one in twenty is below 0.05. "
           "That is all the level promises."),
       {{"effect", "0"}},
       60},
      {"small_effect",
       Words::tr("A small effect"),
       Words::tr(
           "At d = 0.2 it takes 393 users per group for a power of 80 %; half the effect needs four times "
           "as many. With 400, most p-values crowd near 0."),
       {{"effect", "0.2"}, {"n", "400"}},
       45},
      {"trivial",
       Words::tr("Significant and trivial"),
       Words::tr(
           "With 20,000 users an effect of 0.04 is found 98 times in 100. But a user of B rates higher than "
           "one of A with probability 0.51: significant says that it is there, not that it matters."),
       {{"effect", "0.04"}, {"n", "20000"}}},
      {"underpowered",
       Words::tr("Too few users"),
       Words::tr(
           "A power of 0.12. The experiments that do come out significant are the lucky ones, and in them "
           "the effect looks three times as large as it is: read off the exaggeration."),
       {{"effect", "0.2"}, {"n", "30"}},
       60},
      {"one_sided",
       Words::tr("One side only"),
       Words::tr(
           "All of α on the side where B is better: the border moves in and the power grows. The price is "
           "that a harmful B is never reported. Decide before the data are seen."),
       {{"two_sided", "false"}}},
      {"permutation",
       Words::tr("Deal the users out anew"),
       Words::tr(
           "If A and B were the same, it would not matter who saw which. Deal the 24 ratings out again and "
           "again: the share of dealings that differ by as much as the one seen is p. It agrees with t, "
           "and assumes no bell."),
       {{"mode", "permutation"}, {"effect", "1.2"}},
       40},
      {"peeking",
       Words::tr("Peeking"),
       Words::tr(
           "No effect, but ten looks, stopping at the first p below 0.05. The path of p wanders and need dip "
           "into the band only once: 19 % of the experiments end in a false alarm, not 5 %."),
       {{"mode", "peeking"}, {"n", "1000"}},
       40},
      {"twenty",
       Words::tr("Twenty tests"),
       Words::tr(
           "Twenty metrics, none of which moves. At least one is significant in 64 of 100 launches. The one "
           "that is will be the one that is told."),
       {{"mode", "many"}},
       40},
      {"corrected",
       Words::tr("Corrected"),
       Words::tr(
           "Six of twenty effects are real. Benjamini and Hochberg let a p-value pass by its rank: seven in "
           "ten of the effects are found, and of what passes about one in thirty is false. Without a "
           "correction every second family has a false alarm; Bonferroni is stricter and finds fewer."),
       {{"mode", "many"},
        {"real", "6"},
        {"effect", "0.4"},
        {"n", "120"},
        {"correction", "benjamini_hochberg"}},
       40},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"power", Words::tr("Reach a power of 80 % at an effect of 0.3 or less, with α at most 0.05"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Power && p.effect > 0 && p.effect <= 0.3 && p.alpha <= 0.05 && r.power >= 0.8;
       }},
      {"enough", Words::tr("Find the least n that gives 80 %, within a tenth"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Power && p.n >= r.needed && p.n <= 1.1 * r.needed;
       }},
      {"trivial", Words::tr("Make an effect that no user would notice significant nine times in ten"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Power && p.effect > 0 && r.superiority < 0.53 && r.power >= 0.9;
       }},
      {"exaggerated", Words::tr("Let significant effects look twice as large as they are"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Power && r.experiments >= 200 && r.exaggeration >= 2;
       }},
      {"unequal", Words::tr("Deal users out until p is below 0.05"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Permutation && r.experiments >= 200 && r.permutationP <= 0.05;
       }},
      {"peeked", Words::tr("Peek until false alarms are four times the level"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Peeking && r.peekingError.back() >= 4 * p.alpha;
       }},
      {"controlled", Words::tr("Keep false discoveries below 5 % and find half of the effects"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Many && p.realTests() > 0 && p.realTests() < p.tests &&
                r.experiments >= 200 && r.falseDiscoveries <= 0.05 && r.foundRate >= 0.5;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"mode", "power"}, {"effect", "0.3"}, {"n", "100"}, {"alpha", "0.05"}, {"two_sided", "true"}}, 800},
      {{{"effect", "0"}}, 1600},
      {{{"effect", "0.5"}}, 2000},
      {{{"effect", "0.3"}}, 1200},
      {{{"alpha", "0.01"}}, 1600},
      {{{"alpha", "0.05"}}, 1200},
      {{{"n", "400"}}, 2000},
      {{{"n", "100"}}, 1200, 40},
  };
}

panel::Process<Params, Trial> process() {
  panel::Process<Params, Trial> process;
  process.stepLabel = Words::tr("Run the experiment");
  process.maximumSteps = mostSteps;
  process.start = startOfTrials;
  process.step = nextOfTrials;
  process.finished = [](const Params&, const Trial&) { return false; };
  return process;
}

} // namespace

} // namespace testing_panel

panel::PanelPointer testing() {
  using namespace testing_panel;
  panel::Definition<Params, Result, Trial> definition;
  definition.identity = {
      "statistics.testing", Words::tr("Hypothesis tests"),
      Words::tr("Compares two recommenders: errors and power, p-values, dealing anew, peeking and "
                "many tests at once."),
      "8.4"};
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

} // namespace eigenboard::panels::statistics
