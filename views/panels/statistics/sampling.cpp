#include "views/panel/definition.h"
#include "views/panels/statistics/sampling_words.h"

#include <cmath>

namespace eigenboard::panels::statistics {

namespace sampling_panel {

namespace {

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(
      &Params::mode,
      {"mode", Words::tr("What is repeated"), "",
       Words::tr("Whole samples, to see how their means spread; single values, to see a mean settle; or "
                 "resamples of one sample, which is all that one has outside a program.")},
      {{"means", Words::tr("Samples of size n")},
       {"path", Words::tr("Single values, one long sample")},
       {"bootstrap", Words::tr("Resamples of one sample")}});
  fields.choice(&Params::population,
                {"population", Words::tr("Population"), "", Words::tr("What the values are drawn from.")},
                {{"drawn", Words::tr("Drawn by hand")},
                 {"exponential", Words::tr("Exponential, mean 2")},
                 {"pareto", Words::tr("Pareto 1.5: a mean, no variance")},
                 {"cauchy", Words::tr("Cauchy: no mean")}});
  fields
      .integer(&Params::n,
               {"n", Words::tr("Sample size"), "n", Words::tr("How many values each sample has.")},
               {1, 100, 1})
      .onlyWith("mode", {"means", "bootstrap"});
  fields
      .number(&Params::confidence,
              {"confidence", Words::tr("Confidence"), "",
               Words::tr("Which share of the resampled means the interval holds.")},
              {0.5, 0.99, 0.01})
      .onlyWith("mode", {"bootstrap"});
  std::vector<QString> keys;
  for (int bar = 0; bar < barCount; ++bar)
    keys.push_back(barKey(bar));
  fields
      .matrix(
          &Params::bars,
          {"bars", Words::tr("Population"), "w",
           Words::tr("Weights of the values from 0 to 1, 1 to 2 and so on; only their proportions count.")},
          keys, {0, 1, 0.01})
      .onlyWith("population", {"drawn"});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides what is drawn.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  const QString twoPeaks = QStringLiteral("0.2,0.9,0.6,0.1,0,0,0.1,0.6,0.9,0.2");
  return {
      {"skewed",
       Words::tr("Skewed"),
       Words::tr(
           "Most values are small, a few are large, and no single value is anywhere near normal. The mean "
           "of ten nearly is: the histogram fills the grey curve N(μ, σ²/n). Drag the curve narrower: the "
           "samples become larger."),
       {},
       25},
      {"two_peaked",
       Words::tr("Two peaks"),
       Words::tr("Hardly a value lies at μ, and yet the means pile up there. The theorem is about means: the "
                 "population keeps its two peaks however much is drawn."),
       {{"bars", twoPeaks}, {"n", "12"}},
       30},
      {"one",
       Words::tr("Samples of one"),
       Words::tr("The mean of one value is that value: the histogram is the population again, and the normal "
                 "curve does not fit it. Raise n to 2, 5, 20."),
       {{"bars", twoPeaks}, {"n", "1"}},
       40},
      {"coin",
       Words::tr("A rare click"),
       Words::tr("One in eleven clicks. The mean of 30 is still lopsided: its skewness is the population's "
                 "over √30. For rare events thirty is no magic number."),
       {{"bars", "1,0,0,0,0,0,0,0,0,0.1"}, {"n", "30"}},
       40},
      {"cauchy",
       Words::tr("No mean, no theorem"),
       Words::tr(
           "The Cauchy law has no mean. The mean of 50 values has the very law of one: the histogram is "
           "as wide as the population, and larger samples do not help. The standard error is undefined."),
       {{"population", "cauchy"}, {"n", "50"}},
       40},
      {"pareto",
       Words::tr("A mean, no variance"),
       Words::tr("This tail leaves a mean of 3 but no variance. Means settle, slower than 1/√n, and now and "
                 "then one huge value drags a whole sample away. There is no normal curve to near."),
       {{"population", "pareto"}, {"n", "50"}},
       40},
      {"long_run",
       Words::tr("The long run"),
       Words::tr("The law of large numbers: the running mean enters the band μ ± 2 σ/√n and mostly stays. It "
                 "does not make up for early luck, it drowns it."),
       {{"mode", "path"}},
       30},
      {"never_settles",
       Words::tr("A mean that never settles"),
       Words::tr(
           "The same for the Cauchy law: just as the path seems to settle, one value throws it off again. "
           "Try other seeds; none converges."),
       {{"mode", "path"}, {"population", "cauchy"}},
       50},
      {"bootstrap",
       Words::tr("Bootstrap"),
       Words::tr(
           "Now there is one sample of 30 and nothing else. Resampled from itself it shows how far its "
           "mean would stray: the spread of the resampled means is near σ/√n, which it was never told."),
       {{"mode", "bootstrap"}, {"n", "30"}},
       45},
      {"too_few",
       Words::tr("Bootstrap of five"),
       Words::tr(
           "Five values know little of the population's tail, and resampling cannot invent what was not "
           "drawn. Go through seeds and count how often the interval misses μ: more often than 5 %."),
       {{"mode", "bootstrap"}, {"n", "5"}},
       45},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"tight", Words::tr("Bring the standard error down to 0.3"),
       [](const Params& p, const Result& r) { return p.mode == Mode::Means && r.standardError <= 0.3; }},
      {"normal", Words::tr("Get 500 means of a skewed population within 0.05 of normal"),
       [](const Params&, const Result& r) {
         return r.means.size() >= 500 && std::abs(r.law.skewness) >= 0.8 && r.distance <= 0.05;
       }},
      {"not_normal", Words::tr("Find a population whose means of 10 or more are 0.08 off normal"),
       [](const Params& p, const Result& r) {
         return p.n >= 10 && r.means.size() >= 500 && r.distance >= 0.08;
       }},
      {"settled", Words::tr("Let the running mean of 400 values come within 0.05 of μ"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Path && r.path.size() >= 400 && std::abs(r.path.back() - r.law.mean) <= 0.05;
       }},
      {"agrees", Words::tr("Let 500 resamples find σ/√n to a tenth of it"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Bootstrap && r.means.size() >= 500 &&
                std::abs(r.measuredError - r.standardError) <= 0.1 * r.standardError;
       }},
      {"missed", Words::tr("Find a seed whose 95 % interval misses μ"),
       [](const Params& p, const Result& r) {
         return p.mode == Mode::Bootstrap && p.confidence >= 0.95 && r.means.size() >= 500 &&
                (r.law.mean < r.interval.low || r.law.mean > r.interval.high);
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"mode", "means"},
        {"population", "drawn"},
        {"bars", "1,0.74,0.52,0.36,0.25,0.17,0.11,0.07,0.05,0.04"},
        {"n", "1"}},
       900},
      {{}, 2600, 30},
      {{{"n", "4"}}, 2200, 30},
      {{{"n", "30"}}, 2600, 30},
      {{{"bars", "0.2,0.9,0.6,0.1,0,0,0.1,0.6,0.9,0.2"}}, 2600, 30},
      {{{"bars", "1,0.74,0.52,0.36,0.25,0.17,0.11,0.07,0.05,0.04"}, {"n", "10"}}, 1500, 60},
  };
}

panel::Process<Params, Draw> process() {
  panel::Process<Params, Draw> process;
  process.stepLabel = Words::tr("Draw");
  process.maximumSteps = mostSteps;
  process.start = startOfDraws;
  process.step = nextOfDraws;
  process.finished = [](const Params&, const Draw&) { return false; };
  return process;
}

} // namespace

} // namespace sampling_panel

panel::PanelPointer sampling() {
  using namespace sampling_panel;
  panel::Definition<Params, Result, Draw> definition;
  definition.identity = {
      "statistics.sampling", Words::tr("Sampling"),
      Words::tr("Draws samples from a population and shows how their means spread, settle and "
                "can be judged from one sample alone."),
      "8.2"};
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
