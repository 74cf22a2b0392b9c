#include "views/panels/statistics/estimation_model.h"

#include "core/numerics/normal.h"
#include "core/probability/gamma_sample.h"
#include "core/statistics/description.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::statistics::estimation_panel {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

math::Observed observedOf(const Params& p) {
  math::Observed observed;
  observed.family = static_cast<math::OneParameter>(p.show);
  observed.known = p.show == Show::NormalSpread ? p.centre : p.sigma;
  if (p.show == Show::Bernoulli) {
    observed.values.assign(static_cast<std::size_t>(p.trials), 0);
    std::fill_n(observed.values.begin(), p.usedSuccesses(), 1);
    return observed;
  }
  for (Eigen::Index row = 0; row < p.data.rows(); ++row)
    observed.values.push_back(p.show == Show::Poisson ? std::round(p.data(row, 0)) : p.data(row, 0));
  return observed;
}

/// Evenly over the axis, and densely where the likelihood is high.
std::vector<double> placesOfTheta(const ThetaAxis& axis, double best, double error) {
  constexpr int evenly = 200;
  constexpr int densely = 80;
  constexpr double openEnd = 1e-5; // at 0 some densities have poles
  const double width = axis.high - axis.low;
  std::vector<double> places;
  for (int i = 0; i <= evenly; ++i)
    places.push_back(axis.low + width * std::clamp(i / static_cast<double>(evenly), openEnd, 1 - openEnd));
  if (std::isfinite(best) && std::isfinite(error))
    for (int i = 0; i <= densely; ++i) {
      const double place = best + 4 * error * (2.0 * i / densely - 1);
      if (place > places.front() && place < places[evenly])
        places.push_back(place);
    }
  std::sort(places.begin(), places.end());
  return places;
}

/// The scale at which exp(ℓ − its maximum) has area 1 over the axis, by the trapezoid rule.
double scaleOf(const LikelihoodResult& r) {
  double area = 0;
  for (std::size_t i = 1; i < r.places.size(); ++i)
    area += 0.5 * (std::exp(r.relativeLogs[i]) + std::exp(r.relativeLogs[i - 1])) *
            (r.places[i] - r.places[i - 1]);
  return area > 0 ? 1 / area : 1;
}

/// High enough for all curves but poles, which go out of the picture.
double densityTopOf(const LikelihoodResult& r) {
  double beliefs = 0;
  for (const std::optional<math::Belief>& belief : {r.before, r.after})
    for (std::size_t i = r.places.size() / 50; belief && i < r.places.size(); ++i)
      if (const double height = belief->density(r.places[i]); std::isfinite(height))
        beliefs = std::max(beliefs, height);
  return 1.08 * std::clamp(beliefs, r.scale, 3 * r.scale);
}

LikelihoodResult likelihoodOf(const Params& p) {
  LikelihoodResult r;
  r.observed = observedOf(p);
  r.theta = p.theta();
  r.logLikelihood = math::logLikelihood(r.observed, r.theta);
  r.product = math::likelihoodProduct(r.observed, r.theta);
  r.score = math::score(r.observed, r.theta);
  r.best = math::maximumLikelihood(r.observed);
  r.information = std::isnan(r.best) ? notANumber : math::fisherInformation(r.observed, r.best);
  r.standardError = 1 / std::sqrt(r.information);
  r.bound = 1 / std::sqrt(math::fisherInformation(r.observed, r.theta));
  r.wald = math::waldInterval(r.observed, p.level);
  r.range = math::likelihoodInterval(r.observed, p.level);
  if (p.hasPrior()) {
    r.before = math::prior(r.observed.family, p.sigma, p.priorGuess(), p.strength);
    r.after = math::posterior(*r.before, r.observed);
    r.credible = math::credibleInterval(*r.after, p.level);
  }
  const ThetaAxis axis = axisOf(p.show);
  r.places = placesOfTheta(axis, r.best, r.standardError);
  double highest = -std::numeric_limits<double>::infinity();
  for (const double place : r.places) {
    r.relativeLogs.push_back(relativeLog(r, place));
    highest = std::max(highest, r.relativeLogs.back());
  }
  for (double& log : r.relativeLogs)
    log -= highest;
  r.highestLog = highest;
  r.scale = scaleOf(r);
  r.densityTop = densityTopOf(r);
  return r;
}

/// Of mean trueMean and spread trueSpread. Takes one number of the generator.
double drawn(const Params& p, numerics::Random& random) {
  const double standard = p.population == Population::Normal
                              ? numerics::standardNormal(random)
                              : -std::log1p(-eigenboard::probability::openUniform(random)) - 1;
  return p.trueMean + p.trueSpread * standard;
}

std::vector<double> sampleOf(const Params& p, numerics::Random& random) {
  std::vector<double> sample;
  for (int i = 0; i < p.n; ++i)
    sample.push_back(drawn(p, random));
  return sample;
}

double weightOf(const Params& p) {
  switch (p.estimator) {
  case Estimator::OverLess:
    return 1;
  case Estimator::OverN:
    return (p.n - 1.0) / p.n;
  case Estimator::OverMore:
    return (p.n - 1.0) / (p.n + 1.0);
  case Estimator::OwnFactor:
  case Estimator::ShrunkMean:
    break;
  }
  return p.weight;
}

double estimateFrom(const Params& p, const std::vector<double>& sample) {
  const double weight = weightOf(p);
  return p.estimator == Estimator::ShrunkMean ? weight * math::mean(sample) + (1 - weight) * p.guess
                                              : weight * math::variance(sample);
}

void tellDance(RepeatedResult& r, const Params& p, std::span<const Step> history) {
  double widths = 0;
  for (const Step& step : history.subspan(1)) {
    r.misses += step.interval.contains(p.trueMean) ? 0 : 1;
    widths += step.interval.width();
  }
  r.samples = static_cast<int>(history.size()) - 1;
  r.meanWidth = widths / r.samples;
  r.promised =
      p.population == Population::Normal ? math::normalCoverage(p.n, p.level, p.procedure) : notANumber;
}

void tellTarget(RepeatedResult& r, const Params& p, std::span<const Step> history) {
  const bool isMean = p.estimator == Estimator::ShrunkMean;
  r.truth = isMean ? p.trueMean : p.trueSpread * p.trueSpread;
  r.weight = weightOf(p);
  r.risk = riskAt(p, r.weight);
  r.bestWeight = isMean ? math::bestMeanWeight(p.n, p.trueMean, p.trueSpread, p.guess)
                        : math::bestVarianceWeight(p.n, excessKurtosis(p.population));
  std::vector<double> estimates;
  for (const Step& step : history)
    for (const QPointF& dart : step.darts) {
      estimates.push_back(dart.x());
      estimates.push_back(dart.y());
    }
  r.estimates = static_cast<int>(estimates.size());
  r.seenMean = math::mean(estimates);
  r.seenVariance = math::variance(estimates, 0);
  double squares = 0;
  for (const double estimate : estimates)
    squares += (estimate - r.truth) * (estimate - r.truth);
  r.seenError = squares / r.estimates;
}

} // namespace

double Params::theta() const {
  constexpr double Params::*members[] = {&Params::mu, &Params::spread, &Params::chance, &Params::rate,
                                         &Params::decay};
  return isRepeated() ? mu : this->*members[static_cast<std::size_t>(show)];
}

ThetaAxis axisOf(Show show) {
  constexpr std::array<ThetaAxis, 5> axes{
      ThetaAxis{"mu", "\\mu", 0, 10}, ThetaAxis{"spread", "\\sigma", 0, 6}, ThetaAxis{"chance", "p", 0, 1},
      ThetaAxis{"rate", "\\lambda", 0, 10}, ThetaAxis{"decay", "\\lambda", 0, 3}};
  return axes[std::min(static_cast<std::size_t>(show), axes.size() - 1)];
}

double relativeLog(const LikelihoodResult& r, double theta) {
  const double ratio = math::logLikelihoodRatio(r.observed, theta);
  return (std::isnan(ratio) ? math::logLikelihood(r.observed, theta) : ratio) - r.highestLog;
}

double excessKurtosis(Population population) {
  return population == Population::Normal ? 0 : 6;
}

math::Risk riskAt(const Params& p, double weight) {
  return p.estimator == Estimator::ShrunkMean
             ? math::shrunkMeanRisk(weight, p.n, p.trueMean, p.trueSpread, p.guess)
             : math::scaledVarianceRisk(weight, p.n, p.trueSpread, excessKurtosis(p.population));
}

Step start(const Params& p) {
  Step step;
  step.random = numerics::Random(static_cast<std::uint64_t>(p.seed));
  return step;
}

Step next(const Params& p, const Step& step) {
  Step after;
  after.random = step.random;
  after.count = step.count + 1;
  if (p.show == Show::Dance) {
    const std::vector<double> sample = sampleOf(p, after.random);
    after.sampleMean = math::mean(sample);
    after.interval = math::meanInterval(sample, p.level, p.procedure, p.trueSpread);
    return after;
  }
  for (int i = 0; i < dartsPerStep; ++i) {
    const double across = estimateFrom(p, sampleOf(p, after.random));
    const double up = estimateFrom(p, sampleOf(p, after.random));
    after.darts.emplace_back(across, up);
  }
  return after;
}

bool isFinished(const Params& p, const Step& step) {
  return !p.isRepeated() || (p.show == Show::Target && step.count >= dartSteps);
}

Result evaluate(const Params& p, std::span<const Step> history) {
  Result result;
  result.history = history;
  if (p.show == Show::Dance)
    tellDance(result.repeated, p, history);
  else if (p.show == Show::Target)
    tellTarget(result.repeated, p, history);
  else
    result.likelihood = likelihoodOf(p);
  return result;
}

} // namespace eigenboard::panels::statistics::estimation_panel
