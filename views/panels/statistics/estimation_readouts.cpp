#include "views/panels/statistics/estimation_words.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::statistics::estimation_panel {

using panel::Readout;

namespace {

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

std::vector<Readout> pointReadouts(const LikelihoodResult& r) {
  return {
      {"log_likelihood", Words::tr("Log-likelihood"), "\\ell", "",
       Words::tr("The logarithms of the densities of all data at the value tried, added."), r.logLikelihood,
       3},
      {"likelihood", Words::tr("Likelihood"), "L", "",
       Words::tr(
           "The densities multiplied as a double multiplies them: 0 where the product is too small for one."),
       r.product, 6},
      {"score", Words::tr("Score"), "\\ell'", "",
       Words::tr("The slope of the log-likelihood at the value tried: 0 at the top."), r.score, 3},
      {"mle", Words::tr("Maximum likelihood"), "\\hat\\theta", "",
       Words::tr("The value with the largest likelihood; undefined without data, infinite where all "
                 "waiting times are 0."),
       r.best, 3},
      {"information", Words::tr("Fisher information"), "I(\\hat\\theta)", "",
       Words::tr(
           "How strongly the log-likelihood curves at its top; undefined without data, infinite where the "
           "model at the top has no variance."),
       r.information, 3},
      {"se", Words::tr("Standard error"), "1/\\sqrt{I}", "",
       Words::tr("One over the root of the information: about how far the estimate strays; undefined without "
                 "data, infinite where all waiting times are 0."),
       r.standardError, 3},
      {"bound", Words::tr("Cramér–Rao bound"), "", "",
       Words::tr(
           "If the value tried were the truth, no unbiased estimator would have a smaller standard error; "
           "infinite without data."),
       r.bound, 3},
  };
}

std::vector<Readout> intervalReadouts(const Params& p, const LikelihoodResult& r) {
  const QString undefined = Words::tr("undefined without data and where the maximum is at no place inside.");
  std::vector<Readout> list{
      {"wald_low", Words::tr("Wald interval from"), "", "",
       Words::tr("Where the parabola has fallen to the level; ") + undefined, r.wald.low, 3},
      {"wald_high", Words::tr("to"), "", "", Words::tr("The other end of Wald's interval; ") + undefined,
       r.wald.high, 3},
      {"range_low", Words::tr("Likelihood interval from"), "", "",
       Words::tr("Where the log-likelihood itself has fallen to the level; ") + undefined, r.range.low, 3},
      {"range_high", Words::tr("to"), "", "",
       Words::tr("The other end of the likelihood interval; ") + undefined, r.range.high, 3},
      {"map", Words::tr("Posterior mode (MAP)"), "", "",
       Words::tr("The most believed value after the data; undefined without a prior and where several are."),
       r.after ? r.after->mode() : noValue, 3},
      {"posterior_mean", Words::tr("Posterior mean"), "", "",
       Words::tr("The mean of the belief after the data; undefined without a prior and where it has none."),
       r.after ? r.after->mean() : noValue, 3},
      {"credible_low", Words::tr("Credible interval from"), "", "",
       Words::tr("Equal tails of the posterior are left out: a statement of belief, which needs the prior; "
                 "undefined without one."),
       r.credible.low, 3},
      {"credible_high", Words::tr("to"), "", "",
       Words::tr("The other end of the credible interval; undefined without a prior."), r.credible.high, 3},
  };
  if (p.show == Show::Bernoulli)
    list.push_back(
        {"exact_upper", Words::tr("Exact upper limit"), "", "",
         Words::tr("Were the chance this large, so few successes would have probability 1 less the "
                   "level; without any success at 95 % about 3/n."),
         math::exactUpperLimit(p.usedSuccesses(), p.trials, p.level), 4});
  list.push_back({"n", Words::tr("Values"), "n", "", Words::tr("How many data there are."),
                  static_cast<double>(r.observed.count()), 0});
  return list;
}

std::vector<Readout> danceReadouts(const Params& p, const Result& r) {
  const RepeatedResult& dance = r.repeated;
  const bool isEmpty = dance.samples == 0;
  const Step& last = r.history.back();
  return {
      {"coverage", Words::tr("Coverage so far"), "", "",
       Words::tr("The share of the intervals that contain the true mean; undefined before the first."),
       isEmpty ? noValue : dance.coverage(), 3},
      {"misses", Words::tr("Misses"), "", "", Words::tr("How many intervals do not contain it."),
       static_cast<double>(dance.misses), 0},
      {"samples", Words::tr("Samples"), "", "", Words::tr("How many have been drawn."),
       static_cast<double>(dance.samples), 0},
      {"promised", Words::tr("Coverage of the procedure"), "", "",
       Words::tr("In the long run, for a normal population; undefined for the skewed one, where no formula "
                 "is at hand."),
       dance.promised, 4},
      {"interval_low", Words::tr("Last interval from"), "", "",
       Words::tr("Its lower end; undefined before the first."), last.interval.low, 3},
      {"interval_high", Words::tr("to"), "", "", Words::tr("Its upper end; undefined before the first."),
       last.interval.high, 3},
      {"mean_width", Words::tr("Mean width"), "", "",
       Words::tr("Of all intervals so far; undefined before the first."), isEmpty ? noValue : dance.meanWidth,
       3},
      {"se", Words::tr("Standard error"), "\\sigma/\\sqrt{n}", "",
       Words::tr("How far means of such samples stray."), p.trueSpread / std::sqrt(p.n), 3},
  };
}

std::vector<Readout> targetReadouts(const Result& r) {
  const RepeatedResult& target = r.repeated;
  const bool isEmpty = target.estimates == 0;
  return {
      {"bias", Words::tr("Bias"), "", "", Words::tr("The mean of the estimates less the truth, by theory."),
       target.risk.bias, 4},
      {"variance", Words::tr("Variance"), "", "", Words::tr("Of the estimates, by theory."),
       target.risk.variance, 4},
      {"mse", Words::tr("Mean squared error"), "", "",
       Words::tr("Bias squared plus variance: the mean squared distance from the truth."),
       target.risk.meanSquaredError(), 4},
      {"weight", Words::tr("Weight"), "w", "",
       Words::tr("Times the unbiased estimator: 1 over n − 1, (n − 1)/n over n."), target.weight, 4},
      {"best_weight", Words::tr("Best weight"), "", "",
       Words::tr("That with the least mean squared error; it needs the truth, which nobody has."),
       target.bestWeight, 4},
      {"truth", Words::tr("Truth"), "", "", Words::tr("What is estimated."), target.truth, 3},
      {"seen_bias", Words::tr("Bias of the darts"), "", "",
       Words::tr("The mean of the estimates so far less the truth; undefined before the first."),
       isEmpty ? noValue : target.seenMean - target.truth, 4},
      {"seen_variance", Words::tr("Variance of the darts"), "", "",
       Words::tr("Of the estimates so far (ddof = 0); undefined before the first."),
       isEmpty ? noValue : target.seenVariance, 4},
      {"seen_mse", Words::tr("Squared error of the darts"), "", "",
       Words::tr("The mean squared distance of the estimates from the truth; undefined before the first."),
       isEmpty ? noValue : target.seenError, 4},
      {"estimates", Words::tr("Estimates"), "", "", Words::tr("Two for each dart."),
       static_cast<double>(target.estimates), 0},
  };
}

} // namespace

std::vector<Readout> readouts(const Params& p, const Result& r) {
  if (p.show == Show::Dance)
    return danceReadouts(p, r);
  if (p.show == Show::Target)
    return targetReadouts(r);
  std::vector<Readout> list = pointReadouts(r.likelihood);
  for (Readout& readout : intervalReadouts(p, r.likelihood))
    list.push_back(std::move(readout));
  return list;
}

} // namespace eigenboard::panels::statistics::estimation_panel
