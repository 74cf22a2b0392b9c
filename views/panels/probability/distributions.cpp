#include "views/panel/definition.h"
#include "views/panels/probability/distributions_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability {

namespace distributions_panel {

namespace {

std::vector<panel::Option> familyOptions() {
  constexpr const char* keys[math::familyCount] = {
      "bernoulli",   "binomial",       "geometric",        "negative_binomial",
      "poisson",     "hypergeometric", "discrete_uniform", "uniform",
      "exponential", "normal",         "log_normal",       "gamma",
      "beta",        "chi_squared",    "student_t",        "f",
      "cauchy",      "laplace",        "logistic",         "weibull",
      "pareto",      "gumbel"};
  std::vector<panel::Option> options;
  for (const math::FamilyDescription& family : math::families()) {
    QString label = Words::tr(family.name);
    label[0] = label[0].toUpper();
    options.push_back({QString::fromLatin1(keys[options.size()]), label});
  }
  return options;
}

void addLawFields(panel::Fields<Params>& fields) {
  fields.choice(&Params::family, {"family", Words::tr("Family"), "", Words::tr("Which law X follows.")},
                familyOptions());
  fields
      .number(
          &Params::location,
          {"location", Words::tr("Location"), "\\mu",
           Words::tr(
               "Moves the whole curve: the mean or centre of normal, t, Cauchy, Laplace, logistic, Gumbel "
               "and uniform; of the logarithm for log-normal; the least value of discrete uniform.")},
          {-6, 6, 0.1})
      .onlyWith("family", {"discrete_uniform", "uniform", "normal", "log_normal", "student_t", "cauchy",
                           "laplace", "logistic", "gumbel"});
  fields
      .number(
          &Params::scale,
          {"scale", Words::tr("Scale"), "\\sigma",
           Words::tr("Widens the curve: the spread or scale; for exponential and gamma 1 over the rate, for "
                     "Pareto the smallest value, for uniform half the width.")},
          {0.1, 4, 0.1})
      .onlyWith("family", {"uniform", "exponential", "normal", "log_normal", "gamma", "student_t", "cauchy",
                           "laplace", "logistic", "weibull", "pareto", "gumbel"});
  fields
      .number(
          &Params::shape,
          {"shape", Words::tr("Shape"), "\\alpha",
           Words::tr("The shape of gamma, beta, Weibull (0.5 to 4) and Pareto, the degrees of freedom of t, "
                     "chi-squared and F, the successes of negative binomial.")},
          {0.5, 20, 0.1})
      .onlyWith("family",
                {"negative_binomial", "gamma", "beta", "chi_squared", "student_t", "f", "weibull", "pareto"});
  fields
      .number(&Params::secondShape,
              {"second_shape", Words::tr("Second shape"), "\\beta",
               Words::tr("The second shape of beta, the second degrees of freedom of F.")},
              {0.5, 20, 0.1})
      .onlyWith("family", {"beta", "f"});
  fields
      .integer(
          &Params::trials,
          {"trials", Words::tr("Trials"), "n",
           Words::tr("Trials of binomial, drawings of hypergeometric, values of discrete uniform. Poisson "
                     "expects n times p events.")},
          {1, 60, 1})
      .onlyWith("family", {"binomial", "poisson", "hypergeometric", "discrete_uniform"});
  fields
      .number(&Params::chance,
              {"chance", Words::tr("Chance"), "p",
               Words::tr(
                   "The chance of success of Bernoulli, binomial, geometric and negative binomial (the last "
                   "two from 0.05), the share that is marked of hypergeometric.")},
              {0, 1, 0.01})
      .onlyWith("family",
                {"bernoulli", "binomial", "geometric", "negative_binomial", "poisson", "hypergeometric"});
  fields
      .integer(&Params::population,
               {"population", Words::tr("Things in all"), "N",
                Words::tr("From how many things hypergeometric draws without putting back.")},
               {1, 100, 1})
      .onlyWith("family", {"hypergeometric"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  addLawFields(fields);
  fields
      .integer(
          &Params::successes,
          {"successes", Words::tr("Successes seen"), "s",
           Words::tr(
               "Data for a law that is a belief: added to the first shape of beta, or the shape of gamma.")},
          {0, 20, 1})
      .onlyWith("family", {"gamma", "beta"});
  fields
      .integer(
          &Params::failures,
          {"failures", Words::tr("Failures seen"), "t",
           Words::tr(
               "Added to the second shape of beta; for gamma, whose law is of a rate, the time watched.")},
          {0, 20, 1})
      .onlyWith("family", {"gamma", "beta"});
  fields.number(&Params::a, {"a", Words::tr("First limit"), "a", Words::tr("One end of the shaded part.")},
                {-20, 40, 0.1});
  fields.number(&Params::b,
                {"b", Words::tr("Second limit"), "b", Words::tr("The other end of the shaded part.")},
                {-20, 40, 0.1});
  fields.number(&Params::level,
                {"level", Words::tr("Level of the quantile"), "q",
                 Words::tr("Which share of the probability lies at or below the quantile.")},
                {0.01, 0.99, 0.01});
  fields.choice(
      &Params::companion,
      {"companion", Words::tr("Compare with"), "",
       Words::tr("A second law, drawn dashed, as near as its parameters bring it: of the same mean and, "
                 "where it has "
                 "two, the same variance; without those, and for Cauchy, placed by the quartiles.")},
      {{"none", Words::tr("Nothing")},
       {"normal", Words::tr("Normal")},
       {"poisson", Words::tr("Poisson")},
       {"exponential", Words::tr("Exponential")},
       {"laplace", Words::tr("Laplace")},
       {"cauchy", Words::tr("Cauchy")},
       {"prior", Words::tr("Itself before the data")}});
  fields.number(
      &Params::reach,
      {"reach", Words::tr("Width shown"), "",
       Words::tr("How far the picture reaches: to both sides of 0, or twice as far to the right of it.")},
      {2, 40, 1});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the samples.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"bell",
       Words::tr("The bell"),
       Words::tr("Within one spread of the mean lie 68 of 100, whatever the spread is: drag it and watch the "
                 "limits fall behind. Move them out to 2 spreads: 95, to 3: 99.7."),
       {}},
      {"heavy_tail",
       Words::tr("Heavy tail"),
       Words::tr(
           "Cauchy and a normal law with the same quartiles, and still they are not alike: at 6 the normal "
           "has nothing left. The Cauchy law has no mean at all."),
       {{"family", "cauchy"}, {"companion", "normal"}, {"a", "3"}, {"b", "9"}, {"reach", "10"}}},
      {"rare_events",
       Words::tr("Many trials, rare success"),
       Words::tr("n p is 3. Binomial and Poisson hardly differ; make the trials fewer and "
                 "the chance greater, and they part."),
       {{"family", "binomial"},
        {"trials", "60"},
        {"chance", "0.05"},
        {"companion", "poisson"},
        {"a", "0"},
        {"b", "2"},
        {"reach", "6"}}},
      {"binomial_to_normal",
       Words::tr("Binomial becomes normal"),
       Words::tr(
           "Twenty coins are nearly a bell already. Take two coins, then sixty: the steps of F close in on "
           "the smooth curve. At a chance of 0.02 sixty are still too few."),
       {{"family", "binomial"},
        {"trials", "20"},
        {"chance", "0.5"},
        {"companion", "normal"},
        {"a", "8"},
        {"b", "12"},
        {"reach", "10"}}},
      {"t_to_normal",
       Words::tr("Student's t becomes normal"),
       Words::tr(
           "With few degrees of freedom the tails are heavy. Drag the tail down, or the shape up to 20: t "
           "settles on the dashed normal law of the same variance."),
       {{"family", "student_t"}, {"shape", "2.5"}, {"companion", "normal"}, {"a", "-2"}, {"b", "2"}}},
      {"conjugate",
       Words::tr("A belief meets data"),
       Words::tr("Beta(2, 2) is the dashed belief about a coin. Seven heads and three tails are added to its "
                 "shapes, and that is all there is to Bayes' rule here: the curve moves and narrows."),
       {{"family", "beta"},
        {"shape", "2"},
        {"second_shape", "2"},
        {"successes", "7"},
        {"failures", "3"},
        {"companion", "prior"},
        {"a", "0.5"},
        {"b", "1"}}},
      {"rate_belief",
       Words::tr("A belief about a rate"),
       Words::tr(
           "Gamma is to Poisson counts what beta is to coins: twelve events in four hours are added to shape "
           "and rate. The mean moves towards 12/4 = 3."),
       {{"family", "gamma"},
        {"shape", "2"},
        {"scale", "1"},
        {"successes", "12"},
        {"failures", "4"},
        {"companion", "prior"},
        {"a", "2"},
        {"b", "4"},
        {"reach", "4"}}},
      {"waiting",
       Words::tr("Waiting times"),
       Words::tr("However long one has waited, the rest of the curve is the same curve, only lower: the "
                 "exponential "
                 "law has no memory. Its entropy is the greatest of all positive laws of that mean."),
       {{"family", "exponential"}, {"scale", "2"}, {"a", "2"}, {"b", "4"}, {"reach", "5"}}},
      {"skewed",
       Words::tr("Mode, median, mean"),
       Words::tr(
           "Of a log-normal law the mode comes first, then the median, then the mean, which the long right "
           "tail pulls away. Incomes look like this. Raise the scale."),
       {{"family", "log_normal"},
        {"location", "0.5"},
        {"scale", "0.8"},
        {"level", "0.5"},
        {"a", "0"},
        {"b", "1"},
        {"reach", "4"}}},
      {"overdispersed",
       Words::tr("Counts that vary too much"),
       Words::tr("Negative binomial and Poisson with the same mean: clicks of people who differ spread "
                 "further than "
                 "one rate can explain. The variance is 1/p times the mean, whatever the shape: raise the "
                 "chance and the two come together."),
       {{"family", "negative_binomial"},
        {"shape", "2"},
        {"chance", "0.3"},
        {"companion", "poisson"},
        {"a", "0"},
        {"b", "2"},
        {"reach", "8"}}},
      {"without_return",
       Words::tr("Drawing without return"),
       Words::tr("Ten drawn of fifty, twenty of them marked. With return the spread would be the binomial's, "
                 "already "
                 "narrower than the Poisson law of the same mean; without return every marked thing drawn "
                 "makes the "
                 "next less likely, and it is narrower still."),
       {{"family", "hypergeometric"},
        {"trials", "10"},
        {"chance", "0.4"},
        {"companion", "poisson"},
        {"a", "3"},
        {"b", "5"},
        {"reach", "6"}}},
      {"rain",
       Words::tr("Samples rain in"),
       Words::tr(
           "Five hundred samples of a gamma law, as a histogram over its density. Play on and the bars close "
           "in on the curve; another seed gives other bars, never another curve."),
       {{"family", "gamma"}, {"shape", "3"}, {"a", "1"}, {"b", "4"}, {"reach", "5"}},
       20},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"ninety_five", Words::tr("Catch 95 of 100 between the limits"),
       [](const Params&, const Result& r) { return std::abs(r.inside - 0.95) <= 0.005; }},
      {"skewed", Words::tr("Make the skewness 1 or more"),
       [](const Params&, const Result& r) {
         return r.moments.skewness.isNumber() && r.moments.skewness.value >= 1;
       }},
      {"no_mean", Words::tr("Find a law that has no mean"),
       [](const Params&, const Result& r) { return !r.moments.mean.isNumber(); }},
      {"alike", Words::tr("Bring two laws within 0.01 of each other"),
       [](const Params& p, const Result& r) {
         return r.distance <= 0.01 && r.companion && r.companion->family != p.family;
       }},
      {"sure", Words::tr("See so much data that the belief is narrower than 0.1"),
       [](const Params& p, const Result& r) {
         return p.family == math::Family::Beta && p.successes + p.failures > 0 &&
                std::sqrt(r.moments.variance.value) < 0.1;
       }},
      {"true_share", Words::tr("Let it rain until the share between the limits is right to 0.01"),
       [](const Params&, const Result& r) {
         return r.rain.drawn >= 100 &&
                std::abs(static_cast<double>(r.rain.inside) / r.rain.drawn - r.inside) <= 0.01;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"family", "normal"},
        {"companion", "none"},
        {"location", "0"},
        {"scale", "1"},
        {"a", "-1"},
        {"b", "1"},
        {"reach", "6"}},
       700},
      {{{"scale", "2"}}, 1400},
      {{{"a", "-2"}, {"b", "2"}}, 1400},
      {{{"location", "2"}}, 1200},
      {{{"location", "0"}, {"scale", "1"}}, 1200},
      {{{"level", "0.5"}}, 1200},
      {{{"level", "0.9"}}, 1000, 20},
  };
}

panel::Process<Params, Rain> process() {
  panel::Process<Params, Rain> process;
  process.stepLabel = Words::tr("Draw %1 samples").arg(samplesPerStep);
  process.maximumSteps = mostSteps;
  process.start = startOfRain;
  process.step = nextOfRain;
  process.finished = [](const Params&, const Rain&) { return false; };
  return process;
}

} // namespace

} // namespace distributions_panel

panel::PanelPointer distributions() {
  using namespace distributions_panel;
  panel::Definition<Params, Result, Rain> definition;
  definition.identity = {"probability.distributions", Words::tr("Distributions"),
                         Words::tr("Shows a law of chance as density, distribution function and samples, and "
                                   "lays a second one over it."),
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
