#include "core/probability/distribution.h"
#include "views/panels/statistics/estimation_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::statistics::estimation_panel {

using panel::Invariant;

namespace {

constexpr double machineEpsilon = std::numeric_limits<double>::epsilon();
constexpr double someRoundings = 64 * machineEpsilon;

/// Of the logarithms that are added, without signs: their roundings are as large as this.
double sizeOfLogarithms(const LikelihoodResult& r) {
  const auto model = math::lawAt(r.observed, r.theta);
  double sum = 0;
  for (const double value : r.observed.values)
    sum += 1 + std::abs(eigenboard::probability::logDensity(model, value));
  return 1 + sum;
}

void addTop(std::vector<Invariant>& list, const LikelihoodResult& r) {
  if (!(std::isfinite(r.information) && r.information > 0))
    return;
  // A rounding of the maximum, whose own size is that of the data, moves the slope by the curvature times it.
  const double size = dataReach + r.best;
  list.push_back({"level", "\\ell'(\\hat\\theta) = 0",
                  Words::tr("At the maximum the log-likelihood is level."), math::score(r.observed, r.best),
                  someRoundings * r.information * size});
  list.push_back({"curvature", "-\\ell''(\\hat\\theta) = I(\\hat\\theta)",
                  Words::tr("In these models the curvature at the top is the Fisher information there."),
                  -math::curvature(r.observed, r.best) - r.information, someRoundings * r.information});
}

void addEnds(std::vector<Invariant>& list, const Params& p, const LikelihoodResult& r) {
  if (!std::isfinite(r.range.high) || r.range.high <= r.best)
    return;
  const double z = math::twoSidedNormal(p.level);
  const double slope = std::abs(math::score(r.observed, r.range.high));
  list.push_back(
      {"ends", "\\ell(\\theta_{\\pm}) = \\ell(\\hat\\theta) - z^2/2",
       Words::tr("The likelihood interval ends where the log-likelihood has fallen by half of z squared."),
       math::logLikelihoodRatio(r.observed, r.range.high) + 0.5 * z * z,
       // the last digit of the end times the slope there, and the terms of the ratio
       someRoundings * (slope * (dataReach + r.range.high) + 1 + r.observed.count() + z * z)});
}

void addBayes(std::vector<Invariant>& list, const Params& p, const LikelihoodResult& r) {
  if (!r.before)
    return;
  const ThetaAxis axis = axisOf(p.show);
  const double other = 0.5 * (axis.low + axis.high);
  const double after = r.after->logDensity(r.theta) - r.after->logDensity(other);
  const double before = r.before->logDensity(r.theta) - r.before->logDensity(other);
  const double evidence = r.logLikelihood - math::logLikelihood(r.observed, other);
  double size = 0;
  for (const double theta : {r.theta, other})
    size += std::abs(r.after->logDensity(theta)) + std::abs(r.before->logDensity(theta)) +
            std::abs(math::logLikelihood(r.observed, theta));
  // The constants of the laws, ln Γ of shapes up to the count and the strength, cancel but for their
  // roundings.
  const double constants = 8 * (1 + r.observed.count() * dataReach + p.strength * dataReach);
  list.push_back({"bayes", "p(\\theta \\mid x) \\propto L(\\theta)\\,p(\\theta)",
                  Words::tr("Between any two values the belief changes by what the likelihood says."),
                  after - before - evidence, someRoundings * (size + constants + sizeOfLogarithms(r))});
}

std::vector<Invariant> likelihoodChecks(const Params& p, const LikelihoodResult& r) {
  std::vector<Invariant> list;
  constexpr double safe = 1e-290; // further down a double loses digits
  if (r.product > safe)
    list.push_back({"sum", "\\ln \\prod_i f_i = \\sum_i \\ln f_i",
                    Words::tr("The logarithm of the product is the sum of the logarithms."),
                    std::log(r.product) - r.logLikelihood, someRoundings * sizeOfLogarithms(r)});
  const double ratio = math::logLikelihoodRatio(r.observed, r.theta);
  if (!std::isnan(ratio))
    list.push_back({"below", "\\ell(\\theta) \\le \\ell(\\hat\\theta)",
                    Words::tr("Nowhere is the likelihood higher than at its maximum."), std::max(0.0, ratio),
                    someRoundings * (1 + r.observed.count())});
  addTop(list, r);
  addEnds(list, p, r);
  addBayes(list, p, r);
  return list;
}

std::vector<Invariant> danceChecks(const Params& p, const Result& r) {
  double worst = 0;
  for (const Step& step : r.history.subspan(1))
    worst = std::max(worst, std::abs(0.5 * (step.interval.low + step.interval.high) - step.sampleMean));
  const double promised = std::isnan(r.repeated.promised) ? p.level : r.repeated.promised;
  return {{"middle", "\\tfrac{1}{2}(a + b) = \\bar x",
           Words::tr("Every interval has its sample's mean in the middle."), worst,
           16 * machineEpsilon * 1e3}, // ends up to some hundred away, for samples of two
          {"not_more", "P(\\text{caught}) \\le 1 - \\alpha",
           Words::tr("No procedure here covers more than it is asked for."),
           std::max(0.0, promised - p.level), someRoundings}};
}

std::vector<Invariant> targetChecks(const Params& p, const Result& r) {
  const RepeatedResult& target = r.repeated;
  const double error = target.risk.meanSquaredError();
  std::vector<Invariant> list{{"least", "\\text{MSE}(w^{*}) \\le \\text{MSE}(w)",
                               Words::tr("No weight has a smaller error than the best one."),
                               std::max(0.0, riskAt(p, target.bestWeight).meanSquaredError() - error),
                               someRoundings * error}};
  if (target.estimates > 0) {
    const double bias = target.seenMean - target.truth;
    // Squares of estimates and of the truth are added and subtracted.
    const double size = target.seenError + target.truth * target.truth + target.seenMean * target.seenMean;
    list.push_back({"parts", "\\text{MSE} = \\text{bias}^2 + \\text{variance}",
                    Words::tr("The squared error of the darts is their bias squared plus their variance."),
                    target.seenError - bias * bias - target.seenVariance,
                    someRoundings * (1 + target.estimates) * size});
  }
  return list;
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  switch (p.show) {
  case Show::Dance:
    return danceChecks(p, r);
  case Show::Target:
    return targetChecks(p, r);
  default:
    return likelihoodChecks(p, r.likelihood);
  }
}

} // namespace eigenboard::panels::statistics::estimation_panel
