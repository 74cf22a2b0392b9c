#include "views/panels/statistics/estimation_fields.h"

namespace eigenboard::panels::statistics::estimation_panel {

namespace {

std::vector<panel::Column> dataColumns() {
  return {{"x", Words::tr("value"), 0, dataReach, 0.1, false}};
}

const std::vector<QString>& withData() {
  static const std::vector<QString> list{"normal_mean", "normal_spread", "bernoulli", "poisson",
                                         "exponential"};
  return list;
}

const std::vector<QString>& withTable() {
  static const std::vector<QString> list{"normal_mean", "normal_spread", "poisson", "exponential"};
  return list;
}

void addTheta(panel::Fields<Params>& fields) {
  const auto theta = [&fields](double Params::*member, const char* option, const QString& label,
                               const QString& help, const panel::Range& range) {
    const ThetaAxis axis = axisOf(member == &Params::mu       ? Show::NormalMean
                                  : member == &Params::spread ? Show::NormalSpread
                                  : member == &Params::chance ? Show::Bernoulli
                                  : member == &Params::rate   ? Show::Poisson
                                                              : Show::Exponential);
    fields
        .number(member, {QString::fromLatin1(axis.key), label, QString::fromLatin1(axis.symbol), help}, range)
        .onlyWith("show", {QString::fromLatin1(option)});
  };
  theta(&Params::mu, "normal_mean", Words::tr("Mean to try"),
        Words::tr("The mean of the normal law drawn over the data."), {0, 10, 0.05});
  theta(&Params::spread, "normal_spread", Words::tr("Spread to try"),
        Words::tr("The spread of the normal law drawn over the data."), {0.1, 6, 0.05});
  theta(&Params::chance, "bernoulli", Words::tr("Chance to try"),
        Words::tr("The chance of success that the model has."), {0.001, 0.999, 0.005});
  theta(&Params::rate, "poisson", Words::tr("Mean count to try"),
        Words::tr("How many events the Poisson law expects."), {0.05, 10, 0.05});
  theta(&Params::decay, "exponential", Words::tr("Rate to try"),
        Words::tr("How many events in a unit of time; 1 over the mean wait."), {0.02, 3, 0.02});
  fields
      .number(&Params::sigma,
              {"sigma", Words::tr("Known spread"), "\\sigma",
               Words::tr("Of one value; it is not estimated here.")},
              {0.2, 4, 0.1})
      .onlyWith("show", {"normal_mean"});
  fields
      .number(&Params::centre,
              {"centre", Words::tr("Known mean"), "\\mu", Words::tr("Of the law; it is not estimated here.")},
              {0, 10, 0.1})
      .onlyWith("show", {"normal_spread"});
  fields
      .integer(&Params::trials, {"trials", Words::tr("Trials"), "n", Words::tr("How often it was tried.")},
               {1, 200, 1})
      .onlyWith("show", {"bernoulli"});
  fields
      .integer(&Params::successes,
               {"successes", Words::tr("Successes"), "s",
                Words::tr("How often it succeeded, at most in all trials.")},
               {0, 200, 1})
      .onlyWith("show", {"bernoulli"});
}

void addPrior(panel::Fields<Params>& fields) {
  fields
      .number(&Params::strength,
              {"strength", Words::tr("Strength of the prior"), "n_0",
               Words::tr("How many values the belief before the data weighs as much as; 0: no prior.")},
              {0, 40, 0.5})
      .onlyWith("show", withData());
  fields
      .number(
          &Params::priorMean,
          {"prior_mean", Words::tr("Guess of the prior"), "\\theta_0",
           Words::tr(
               "About where the belief lies before the data; it has an effect only at a strength above 0.")},
          {0.1, 9.9, 0.05})
      .onlyWith("show", withTable());
  fields
      .number(
          &Params::priorChance,
          {"prior_chance", Words::tr("Guess of the prior"), "p_0",
           Words::tr("The mean of the belief before the data; it has an effect only at a strength above 0.")},
          {0.1, 0.9, 0.01})
      .onlyWith("show", {"bernoulli"});
}

void addRepeated(panel::Fields<Params>& fields) {
  fields
      .integer(&Params::n,
               {"n", Words::tr("Size of a sample"), "n", Words::tr("How many values each experiment draws.")},
               {2, 50, 1})
      .onlyWith("show", {"dance", "target"});
  fields
      .choice(&Params::procedure,
              {"procedure", Words::tr("Procedure"), "",
               Words::tr("How an interval for the mean is made of a sample.")},
              {{"student", Words::tr("Student's t"),
                Words::tr("The sample's own spread, with the wider factor that pays for it.")},
               {"known", Words::tr("Spread known"), Words::tr("The true spread and the normal factor.")},
               {"normal_s", Words::tr("z with the sample's spread"),
                Words::tr("As if the sample's spread were the truth: too narrow for small samples.")}})
      .onlyWith("show", {"dance"});
  fields
      .choice(&Params::estimator,
              {"estimator", Words::tr("Estimator"), "",
               Words::tr("What is computed of each sample, and thrown as a dart.")},
              {{"over_less", Words::tr("Variance over n − 1")},
               {"over_n", Words::tr("Variance over n")},
               {"over_more", Words::tr("Variance over n + 1")},
               {"own", Words::tr("Variance, own factor")},
               {"shrunk_mean", Words::tr("Mean, pulled to a guess")}})
      .onlyWith("show", {"target"});
  fields
      .number(&Params::weight,
              {"weight", Words::tr("Weight"), "w",
               Words::tr("The factor on the unbiased estimator, of the last two estimators: 1 leaves it as "
                         "it is, less pulls it to 0 or to the guess.")},
              {0, 1.2, 0.01})
      .onlyWith("show", {"target"});
  fields
      .number(&Params::guess,
              {"guess", Words::tr("Guess"), "g",
               Words::tr("Where the mean is pulled to, without looking at the data.")},
              {0, 10, 0.1})
      .onlyWith("show", {"target"});
  fields
      .choice(&Params::population,
              {"population", Words::tr("Population"), "",
               Words::tr("The law that samples are drawn from; both have the mean and spread below.")},
              {{"normal", Words::tr("Normal")}, {"exponential", Words::tr("Skewed: exponential")}})
      .onlyWith("show", {"dance", "target"});
  fields
      .number(&Params::trueMean,
              {"true_mean", Words::tr("True mean"), "\\mu",
               Words::tr("Of the population: what the intervals are after.")},
              {2, 8, 0.1})
      .onlyWith("show", {"dance", "target"});
  fields
      .number(&Params::trueSpread,
              {"true_spread", Words::tr("True spread"), "\\sigma", Words::tr("Of the population.")},
              {0.2, 3, 0.1})
      .onlyWith("show", {"dance", "target"});
}

} // namespace

QString dataText(const Eigen::MatrixXd& data) {
  panel::Parameter parameter;
  parameter.kind = panel::Kind::Table;
  parameter.columns = dataColumns();
  parameter.mostRows = mostData;
  return tableText(parameter, data);
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::show,
                {"show", Words::tr("Estimate"), "",
                 Words::tr("A number of a model from data, or an experiment that is repeated.")},
                {{"normal_mean", Words::tr("Mean of a normal law")},
                 {"normal_spread", Words::tr("Spread of a normal law")},
                 {"bernoulli", Words::tr("Chance of success")},
                 {"poisson", Words::tr("Mean of counts")},
                 {"exponential", Words::tr("Rate of waiting")},
                 {"dance", Words::tr("Interval dance")},
                 {"target", Words::tr("Bias and variance")}});
  addTheta(fields);
  addPrior(fields);
  addRepeated(fields);
  fields
      .number(&Params::level,
              {"level", Words::tr("Level"), "1-\\alpha",
               Words::tr("The share of samples for which the procedure is to catch the truth.")},
              {0.5, 0.99, 0.01})
      .onlyWith("show", {"normal_mean", "normal_spread", "bernoulli", "poisson", "exponential", "dance"});
  fields
      .table(&Params::data,
             {"data", Words::tr("Data"), "",
              Words::tr("One value in each row; counts are rounded to whole numbers. Click the picture to "
                        "add one, press Delete to remove the focused one.")},
             dataColumns(), mostData)
      .onlyWith("show", withTable());
  fields
      .seed(&Params::seed,
            {"seed", Words::tr("Seed"), "", Words::tr("Decides the samples of the two experiments.")})
      .onlyWith("show", {"dance", "target"});
  return fields;
}

} // namespace eigenboard::panels::statistics::estimation_panel
