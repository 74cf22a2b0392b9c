#include "views/panels/statistics/estimation_fields.h"

#include <initializer_list>

namespace eigenboard::panels::statistics::estimation_panel {

namespace {

using PresetSettings = std::vector<std::pair<QString, QString>>;

Eigen::MatrixXd dataColumn(std::initializer_list<double> values) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(values.size()), 1);
  Eigen::Index row = 0;
  for (const double value : values)
    table(row++, 0) = value;
  return table;
}

Eigen::MatrixXd fewData() {
  return dataColumn({2.6, 3.9, 4.3, 5.1, 6.4});
}

/// The middles of n parts of equal probability, from a law's quantiles by hand: forty values about 4.5.
Eigen::MatrixXd manyData() {
  return dataColumn({1.1, 1.7, 2.1, 2.3, 2.6, 2.8, 2.9, 3.1, 3.2, 3.4, 3.5, 3.6, 3.8, 3.9,
                     4.0, 4.1, 4.2, 4.3, 4.4, 4.4, 4.6, 4.6, 4.7, 4.8, 4.9, 5.0, 5.1, 5.2,
                     5.4, 5.5, 5.6, 5.8, 5.9, 6.1, 6.2, 6.4, 6.7, 6.9, 7.3, 7.9});
}

/// Thirty values from 0.5 to 9.2, three tenths apart.
Eigen::MatrixXd wideData() {
  Eigen::MatrixXd table(30, 1);
  for (Eigen::Index row = 0; row < table.rows(); ++row)
    table(row, 0) = 0.5 + static_cast<double>(3 * row) / 10;
  return table;
}

std::vector<panel::Preset> likelihoodPresets() {
  return {
      {"few",
       Words::tr("Few data"),
       Words::tr(
           "Five values, and a normal law you slide under them. Each value's density is a stem; the "
           "likelihood is the product of the stems. Drag the orange point uphill: at the top the tangent is "
           "level and the law sits where the data are."),
       {}},
      {"many",
       Words::tr("Many data"),
       Words::tr("Forty values: the same hill, eight times as curved, so its parabola is √8 times narrower. "
                 "Curvature at the top is the Fisher information, and one over its root the standard error."),
       {{"data", dataText(manyData())}, {"mu", "5"}}},
      {"strong_prior",
       Words::tr("Strong prior"),
       Words::tr(
           "A belief worth five values meets five values, so the posterior stands half way between them "
           "and is narrower than either. Drag the prior's side outwards to weaken it and the posterior "
           "falls back on the likelihood."),
       {{"strength", "5"}, {"prior_mean", "6.5"}, {"mu", "5.2"}}},
      {"wrong_prior",
       Words::tr("Wrong prior"),
       Words::tr(
           "The prior is sure of 9 with the weight of five values, and forty values say 4.5. The posterior "
           "is at 5.0: with more data it would end up where they are, whatever was believed, as long as the "
           "prior is 0 nowhere."),
       {{"data", dataText(manyData())}, {"strength", "5"}, {"prior_mean", "9"}, {"mu", "5"}}},
      {"skewed",
       Words::tr("Skewed likelihood"),
       Words::tr(
           "Four waiting times. The log-likelihood leans: it falls faster to the left than its parabola "
           "and slower to the right, so the grey ends of Wald's interval and the blue bar disagree. The "
           "parabola is only as good as the data are many."),
       {{"show", "exponential"}, {"data", dataText(dataColumn({0.4, 1.1, 1.9, 4.6}))}, {"decay", "0.9"}}},
      {"zero_successes",
       Words::tr("Zero successes"),
       Words::tr(
           "No success in 30 trials. The maximum is at 0, where the model has no variance, so Wald's "
           "interval has width 0 and claims certainty. The likelihood interval does not, and the exact 95 % "
           "limit is 0.095: the rule of three, 3/n."),
       {{"show", "bernoulli"}, {"successes", "0"}, {"chance", "0.04"}}},
      {"underflow",
       Words::tr("The product underflows"),
       Words::tr(
           "Thirty values far from a law of spread 0.2. Their densities multiplied are below 10⁻³⁰⁸ at every "
           "mean, so a double holds 0 all along and there is nothing to climb. Their logarithms added are "
           "some −2500, an ordinary number with an ordinary slope."),
       {{"data", dataText(wideData())}, {"sigma", "0.2"}, {"mu", "5"}}},
  };
}

std::vector<panel::Preset> repeatedPresets() {
  return {
      {"dance",
       Words::tr("Interval dance"),
       Words::tr(
           "A hundred samples, an interval from each; the truth does not move. A single interval contains "
           "it or misses it. The 95 % belong to the procedure: of all its intervals so many contain the "
           "truth. Step on and watch the share settle."),
       {{"show", "dance"}},
       100},
      {"too_narrow",
       Words::tr("Too sure of the spread"),
       Words::tr(
           "Samples of three, with the sample's spread taken for the true one. Where s happens to be small "
           "the interval is short, and it misses. The procedure asks for 95 % and covers 81 %. Student's t "
           "is wider by exactly what is missing."),
       {{"show", "dance"}, {"n", "3"}, {"procedure", "normal_s"}},
       100},
      {"n_minus_1",
       Words::tr("n or n − 1"),
       Words::tr(
           "Dividing by n gives variances that are too small in the mean: the darts land below and left of "
           "the truth. Over n − 1 their mean is right, but they spread wider, and their squared error is "
           "larger. Unbiased is not the same as near."),
       {{"show", "target"}, {"n", "3"}},
       40},
      {"shrunk",
       Words::tr("A pulled mean"),
       Words::tr(
           "Each sample mean is pulled 40 % of the way to a guess of 4.4. That buys a bias and sells "
           "variance, and here it pays: the squared error is lower than the mean's own. Drag the guess away "
           "and it stops paying."),
       {{"show", "target"}, {"estimator", "shrunk_mean"}, {"n", "5"}, {"weight", "0.6"}, {"guess", "4.4"}},
       40},
  };
}

} // namespace

Params::Params() : data(fewData()) {}

std::vector<panel::Preset> presets() {
  std::vector<panel::Preset> list = likelihoodPresets();
  for (panel::Preset& preset : repeatedPresets())
    list.push_back(std::move(preset));
  return list;
}

} // namespace eigenboard::panels::statistics::estimation_panel
