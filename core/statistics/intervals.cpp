#include "core/statistics/intervals.h"

#include "core/numerics/normal.h"
#include "core/statistics/description.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::statistics {

namespace {

using probability::Family;

/// Where the log-likelihood ratio crosses -fall between a θ where it is above and one where it is below.
double crossing(const Observed& observed, double fall, double above, double below) {
  for (int i = 0; i < 200; ++i) {
    const double middle = above + 0.5 * (below - above);
    if (middle == above || middle == below)
      break;
    (logLikelihoodRatio(observed, middle) >= -fall ? above : below) = middle;
  }
  return above;
}

double leastTheta(OneParameter family) {
  return family == OneParameter::NormalMean ? -std::numeric_limits<double>::infinity() : 0;
}

double greatestTheta(OneParameter family) {
  return family == OneParameter::Bernoulli ? 1 : std::numeric_limits<double>::infinity();
}

} // namespace

double twoSidedNormal(double level) {
  return -numerics::normalQuantile((1 - level) / 2);
}

double twoSidedStudent(double level, int freedom) {
  return probability::upperQuantile({Family::StudentT, {static_cast<double>(freedom), 0, 1}},
                                    (1 - level) / 2);
}

Interval waldInterval(const Observed& observed, double level) {
  const double best = maximumLikelihood(observed);
  const double half = twoSidedNormal(level) / std::sqrt(fisherInformation(observed, best));
  if (!std::isfinite(best) || !std::isfinite(half))
    return {};
  return {best - half, best + half};
}

Interval likelihoodInterval(const Observed& observed, double level) {
  const double best = maximumLikelihood(observed);
  const double z = twoSidedNormal(level);
  const double fall = 0.5 * z * z;
  if (!std::isfinite(best) || std::isnan(logLikelihoodRatio(observed, best)))
    return {};
  Interval interval{best, best};
  const double least = leastTheta(observed.family);
  const double greatest = greatestTheta(observed.family);
  if (best > least) {
    double below = least;
    for (double step = 1; std::isinf(below) || logLikelihoodRatio(observed, below) >= -fall; step *= 2) {
      below = best - step;
      if (below <= least) {
        below = least;
        break;
      }
    }
    interval.low = crossing(observed, fall, best, below);
  }
  if (best < greatest) {
    double beyond = greatest;
    for (double step = 1; std::isinf(beyond) || logLikelihoodRatio(observed, beyond) >= -fall; step *= 2) {
      beyond = best + step;
      if (beyond >= greatest) {
        beyond = greatest;
        break;
      }
    }
    interval.high = crossing(observed, fall, best, beyond);
  }
  return interval;
}

Interval credibleInterval(const Belief& belief, double level) {
  const double tail = (1 - level) / 2;
  return {belief.quantile(tail), belief.quantile(1 - tail)};
}

double exactUpperLimit(int successes, int n, double level) {
  if (successes >= n)
    return 1;
  return probability::upperQuantile({Family::Beta, {successes + 1.0, static_cast<double>(n - successes), 0}},
                                    1 - level);
}

Interval meanInterval(std::span<const double> values, double level, MeanProcedure procedure, double sigma) {
  const auto n = static_cast<int>(values.size());
  if (n < 2)
    return {};
  const double spread = procedure == MeanProcedure::KnownSpread ? sigma : std::sqrt(variance(values));
  const double factor =
      procedure == MeanProcedure::Student ? twoSidedStudent(level, n - 1) : twoSidedNormal(level);
  const double centre = mean(values);
  const double half = factor * spread / std::sqrt(n);
  return {centre - half, centre + half};
}

double normalCoverage(int n, double level, MeanProcedure procedure) {
  if (procedure != MeanProcedure::NormalWithS)
    return level;
  const double z = twoSidedNormal(level);
  return 1 - 2 * probability::tails({Family::StudentT, {n - 1.0, 0, 1}}, z).upper;
}

Risk scaledVarianceRisk(double weight, int n, double sigma, double excessKurtosis) {
  const double squared = sigma * sigma;
  const double relative = 2.0 / (n - 1) + excessKurtosis / n;
  return {(weight - 1) * squared, weight * weight * squared * squared * relative};
}

double bestVarianceWeight(int n, double excessKurtosis) {
  return 1 / (1 + 2.0 / (n - 1) + excessKurtosis / n);
}

Risk shrunkMeanRisk(double weight, int n, double mean, double sigma, double guess) {
  return {(1 - weight) * (guess - mean), weight * weight * sigma * sigma / n};
}

double bestMeanWeight(int n, double mean, double sigma, double guess) {
  const double away = (guess - mean) * (guess - mean);
  return away / (away + sigma * sigma / n);
}

} // namespace eigenboard::statistics
