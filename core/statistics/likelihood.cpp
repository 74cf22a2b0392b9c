#include "core/statistics/likelihood.h"

#include "core/numerics/gamma_function.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace eigenboard::statistics {

namespace {

using probability::Distribution;
using probability::Family;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double boundless = std::numeric_limits<double>::infinity();

double squaresAboutKnown(const Observed& observed) {
  double sum = 0;
  for (const double value : observed.values)
    sum += (value - observed.known) * (value - observed.known);
  return sum;
}

double meanOf(const Observed& observed) {
  return observed.sum() / observed.count();
}

/// a ln x with 0 ln 0 = 0.
double weighted(double a, double logarithm) {
  return a == 0 ? 0 : a * logarithm;
}

} // namespace

double Observed::sum() const {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

Distribution lawAt(const Observed& observed, double theta) {
  switch (observed.family) {
  case OneParameter::NormalMean:
    return {Family::Normal, {theta, observed.known, 0}};
  case OneParameter::NormalSpread:
    return {Family::Normal, {observed.known, theta, 0}};
  case OneParameter::Bernoulli:
    return {Family::Bernoulli, {theta, 0, 0}};
  case OneParameter::Poisson:
    return {Family::Poisson, {theta, 0, 0}};
  case OneParameter::Exponential:
    break;
  }
  return {Family::Exponential, {theta, 0, 0}};
}

double logLikelihood(const Observed& observed, double theta) {
  const Distribution law = lawAt(observed, theta);
  double sum = 0;
  for (const double value : observed.values)
    sum += probability::logDensity(law, value);
  return sum;
}

double likelihoodProduct(const Observed& observed, double theta) {
  const Distribution law = lawAt(observed, theta);
  double product = 1;
  for (const double value : observed.values)
    product *= probability::density(law, value);
  return product;
}

double maximumLikelihood(const Observed& observed) {
  if (observed.values.empty())
    return nothing;
  switch (observed.family) {
  case OneParameter::NormalSpread:
    return std::sqrt(squaresAboutKnown(observed) / observed.count());
  case OneParameter::Exponential:
    return 1 / meanOf(observed);
  case OneParameter::NormalMean:
  case OneParameter::Bernoulli:
  case OneParameter::Poisson:
    break;
  }
  return meanOf(observed);
}

double logLikelihoodRatio(const Observed& observed, double theta) {
  const double best = maximumLikelihood(observed);
  const double n = observed.count();
  switch (observed.family) {
  case OneParameter::NormalMean: {
    const double z = (theta - best) / observed.known;
    return -0.5 * n * z * z;
  }
  case OneParameter::NormalSpread: {
    const double ratio = best / theta;
    return best > 0 ? n * (std::log(ratio) - 0.5 * (ratio - 1) * (ratio + 1)) : nothing;
  }
  case OneParameter::Bernoulli:
    return weighted(observed.sum(), std::log(theta / best)) +
           weighted(n - observed.sum(), std::log1p(-theta) - std::log1p(-best));
  case OneParameter::Poisson:
    return weighted(observed.sum(), std::log(theta / best)) - n * (theta - best);
  case OneParameter::Exponential:
    break;
  }
  return std::isfinite(best) ? n * (std::log(theta / best) - (theta - best) / best) : nothing;
}

double score(const Observed& observed, double theta) {
  const double n = observed.count();
  switch (observed.family) {
  case OneParameter::NormalMean:
    return (observed.sum() - n * theta) / (observed.known * observed.known);
  case OneParameter::NormalSpread:
    return (squaresAboutKnown(observed) / (theta * theta) - n) / theta;
  case OneParameter::Bernoulli:
    return observed.sum() / theta - (n - observed.sum()) / (1 - theta);
  case OneParameter::Poisson:
    return (observed.sum() - n * theta) / theta;
  case OneParameter::Exponential:
    break;
  }
  return n / theta - observed.sum();
}

double fisherInformation(const Observed& observed, double theta) {
  const double n = observed.count();
  if (n == 0)
    return 0;
  switch (observed.family) {
  case OneParameter::NormalMean:
    return n / (observed.known * observed.known);
  case OneParameter::NormalSpread:
    return 2 * n / (theta * theta);
  case OneParameter::Bernoulli:
    return n / (theta * (1 - theta));
  case OneParameter::Poisson:
    return n / theta;
  case OneParameter::Exponential:
    break;
  }
  return n / (theta * theta);
}

double curvature(const Observed& observed, double theta) {
  const double n = observed.count();
  const double squared = theta * theta;
  switch (observed.family) {
  case OneParameter::NormalMean:
    return -n / (observed.known * observed.known);
  case OneParameter::NormalSpread:
    return (n - 3 * squaresAboutKnown(observed) / squared) / squared;
  case OneParameter::Bernoulli:
    return -observed.sum() / squared - (n - observed.sum()) / ((1 - theta) * (1 - theta));
  case OneParameter::Poisson:
    return -observed.sum() / squared;
  case OneParameter::Exponential:
    break;
  }
  return -n / squared;
}

double Belief::logDensity(double theta) const {
  if (family != OneParameter::NormalSpread)
    return probability::logDensity(law, theta);
  if (!(theta > 0))
    return -boundless;
  // g = 1/θ² has |dg/dθ| = 2/θ³.
  return probability::logDensity(law, 1 / (theta * theta)) + std::log(2.0) - 3 * std::log(theta);
}

double Belief::density(double theta) const {
  return std::exp(logDensity(theta));
}

double Belief::mean() const {
  if (family != OneParameter::NormalSpread)
    return probability::moments(law).mean.value;
  // E θ = √β Γ(α − ½)/Γ(α) for the precision's gamma law (α, β).
  const auto [shape, rate, unused] = law.parameters;
  return shape > 0.5 ? std::sqrt(rate) * std::exp(-numerics::logGammaRatio(shape - 0.5, 0.5)) : nothing;
}

double Belief::mode() const {
  if (family != OneParameter::NormalSpread)
    return probability::mode(law).value;
  // ln density is −(2α + 1) ln θ − β/θ² and a constant.
  const auto [shape, rate, unused] = law.parameters;
  return std::sqrt(2 * rate / (2 * shape + 1));
}

double Belief::quantile(double p) const {
  if (family != OneParameter::NormalSpread)
    return probability::quantile(law, p);
  return 1 / std::sqrt(probability::upperQuantile(law, p));
}

Belief prior(OneParameter family, double known, double guess, double strength) {
  switch (family) {
  case OneParameter::NormalMean:
    return {family, {Family::Normal, {guess, known / std::sqrt(strength), 0}}};
  case OneParameter::NormalSpread:
    return {family, {Family::Gamma, {strength / 2, strength * guess * guess / 2, 0}}};
  case OneParameter::Bernoulli:
    return {family, {Family::Beta, {strength * guess, strength * (1 - guess), 0}}};
  case OneParameter::Poisson:
    return {family, {Family::Gamma, {strength * guess, strength, 0}}};
  case OneParameter::Exponential:
    break;
  }
  return {family, {Family::Gamma, {strength, strength / guess, 0}}};
}

Belief posterior(const Belief& prior, const Observed& observed) {
  const auto [first, second, unused] = prior.law.parameters;
  const double n = observed.count();
  switch (prior.family) {
  case OneParameter::NormalMean: {
    const double variance = observed.known * observed.known;
    const double precision = 1 / (second * second) + n / variance;
    const double centre = (first / (second * second) + observed.sum() / variance) / precision;
    return {prior.family, {Family::Normal, {centre, 1 / std::sqrt(precision), 0}}};
  }
  case OneParameter::NormalSpread:
    return {prior.family, {Family::Gamma, {first + n / 2, second + squaresAboutKnown(observed) / 2, 0}}};
  case OneParameter::Bernoulli:
    return {prior.family, {Family::Beta, {first + observed.sum(), second + n - observed.sum(), 0}}};
  case OneParameter::Poisson:
    return {prior.family, {Family::Gamma, {first + observed.sum(), second + n, 0}}};
  case OneParameter::Exponential:
    break;
  }
  return {prior.family, {Family::Gamma, {first + n, second + observed.sum(), 0}}};
}

} // namespace eigenboard::statistics
