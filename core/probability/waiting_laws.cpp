#include "core/numerics/gamma_function.h"
#include "core/numerics/incomplete_gamma.h"
#include "core/numerics/normal.h"
#include "core/probability/gamma_sample.h"
#include "core/probability/law.h"
#include "core/probability/positive_root.h"

#include <array>
#include <cmath>

/// Laws of positive numbers: how long, how much, how great.
namespace eigenboard::probability {

namespace {

/// w for which e^−w is the upper tail.
double exponentialQuantile(const Tails& t) {
  return t.lower < 0.5 ? -std::log1p(-t.lower) : -std::log(t.upper);
}

Tails exponentialTails(double w) {
  return {-std::expm1(-w), std::exp(-w)};
}

Quantity modeAtZero(const Parameters&) {
  return numberOf(0);
}

namespace exponential_law {

double logDensity(const Parameters& p, double x) {
  return std::log(p[0]) - p[0] * x;
}

Tails tails(const Parameters& p, double x) {
  return exponentialTails(p[0] * x);
}

double quantile(const Parameters& p, const Tails& t) {
  return exponentialQuantile(t) / p[0];
}

Moments moments(const Parameters& p) {
  return {numberOf(1 / p[0]), numberOf(1 / p[0] / p[0]), numberOf(2), numberOf(6)};
}

double entropy(const Parameters& p) {
  return 1 - std::log(p[0]);
}

} // namespace exponential_law

/// Of λ E^(1/k), where E is exponential.
namespace weibull_law {

double logDensity(const Parameters& p, double x) {
  const double power = std::pow(x / p[1], p[0]);
  if (std::isinf(power))
    return -positiveInfinity;
  return std::log(p[0] / p[1]) + timesLog(p[0] - 1, x / p[1]) - power;
}

Tails tails(const Parameters& p, double x) {
  return exponentialTails(std::pow(x / p[1], p[0]));
}

double quantile(const Parameters& p, const Tails& t) {
  return p[1] * std::pow(exponentialQuantile(t), 1 / p[0]);
}

/// E Yʲ − 1 for Y = X/E X: e^a − 1 with a = ln Γ(1 + j/k) − j ln Γ(1 + 1/k).
double powerMeanMinusOne(double j, double k) {
  return std::expm1(numerics::logGammaOnePlus(j / k) - j * numerics::logGammaOnePlus(1 / k));
}

/// E Z², E Z³ and E Z⁴ for Z = k (E^(1/k) − its mean), which has a limit for large k where all powers of the
/// law itself are near 1 and their differences would be lost. ∫ … e^−e de by the double exponential rule
/// e = exp(t − exp(−t)) (Takahasi and Mori 1974), whose error is below a rounding for k > 1.
std::array<double, 3> centralMoments(double k) {
  constexpr double step = 1.0 / 16;
  const double mean = k * std::expm1(numerics::logGammaOnePlus(1 / k));
  std::array<double, 3> sums = {};
  for (int i = -72; i <= 84; ++i) {
    const double t = i * step;
    const double logE = t - std::exp(-t);
    const double e = std::exp(logE);
    const double z = k * std::expm1(logE / k) - mean;
    double term = step * e * (1 + std::exp(-t)) * std::exp(-e) * z;
    for (double& sum : sums)
      sum += term *= z;
  }
  return sums;
}

Moments moments(const Parameters& p) {
  const double k = p[0];
  const double mean = p[1] * std::exp(numerics::logGammaOnePlus(1 / k));
  if (k > 1) {
    const auto [second, third, fourth] = centralMoments(k);
    const double scale = p[1] / k;
    return {numberOf(mean), numberOf(second * scale * scale), numberOf(third / std::pow(second, 1.5)),
            numberOf(fourth / (second * second) - 3)};
  }
  const double second = powerMeanMinusOne(2, k);
  const double third = powerMeanMinusOne(3, k);
  const double fourth = powerMeanMinusOne(4, k);
  return {numberOf(mean), numberOf(second * mean * mean),
          numberOf((third - 3 * second) / std::pow(second, 1.5)),
          numberOf((fourth - 4 * third + 6 * second) / (second * second) - 3)};
}

Quantity mode(const Parameters& p) {
  return numberOf(p[0] > 1 ? p[1] * std::pow((p[0] - 1) / p[0], 1 / p[0]) : 0);
}

double entropy(const Parameters& p) {
  return 1 + numerics::eulerGamma * (1 - 1 / p[0]) + std::log(p[1] / p[0]);
}

} // namespace weibull_law

/// Of m e^(E/α), where E is exponential.
namespace pareto_law {

double logRatio(const Parameters& p, double x) {
  const double excess = (x - p[1]) / p[1];
  return std::isfinite(excess) ? std::log1p(excess) : std::log(x) - std::log(p[1]);
}

Support support(const Parameters& p) {
  return {p[1], positiveInfinity};
}

double logDensity(const Parameters& p, double x) {
  return std::log(p[0]) - std::log(p[1]) - (p[0] + 1) * logRatio(p, x);
}

Tails tails(const Parameters& p, double x) {
  return exponentialTails(p[0] * logRatio(p, x));
}

double quantile(const Parameters& p, const Tails& t) {
  return p[1] * std::exp(exponentialQuantile(t) / p[0]);
}

Moments moments(const Parameters& p) {
  const double a = p[0];
  Moments m;
  m.mean = a > 1 ? numberOf(p[1] * (a / (a - 1))) : infiniteQuantity();
  if (a > 1)
    m.variance = a > 2 ? numberOf(p[1] / (a - 1) * p[1] / (a - 1) * (a / (a - 2))) : infiniteQuantity();
  if (a > 2)
    m.skewness = a > 3 ? numberOf(2 * ((1 + a) / (a - 3)) * std::sqrt((a - 2) / a)) : infiniteQuantity();
  if (a > 2)
    m.excessKurtosis =
        a > 4 ? numberOf(6 * (a * (a * (a + 1) - 6) - 2) / (a * (a - 3) * (a - 4))) : infiniteQuantity();
  return m;
}

Quantity mode(const Parameters& p) {
  return numberOf(p[1]);
}

double entropy(const Parameters& p) {
  return 1 + 1 / p[0] + std::log(p[1] / p[0]);
}

} // namespace pareto_law

namespace gamma_law {

double logDensity(const Parameters& p, double x) {
  const double a = p[0];
  if (x == 0)
    return a == 1 ? std::log(p[1]) : (a < 1 ? positiveInfinity : -positiveInfinity);
  return numerics::logPoissonTerm(a, p[1] * x) + std::log(a) - std::log(x);
}

Tails tails(const Parameters& p, double x) {
  return numerics::incompleteGamma(p[0], p[1] * x);
}

/// Wilson and Hilferty's cube of a normal number, 1931, as the start.
double quantile(const Parameters& p, const Tails& t) {
  const double a = p[0];
  const double z =
      t.lower <= t.upper ? numerics::normalQuantile(t.lower) : -numerics::normalQuantile(t.upper);
  const double root = 1 - 1 / (9 * a) + z / (3 * std::sqrt(a));
  const auto law = [a](double w) {
    return TailsAndSlope{numerics::incompleteGamma(a, w), a * std::exp(numerics::logPoissonTerm(a, w))};
  };
  return positiveRoot(law, t, a * std::fmax(root * root * root, 1e-3)) / p[1];
}

Moments moments(const Parameters& p) {
  return {numberOf(p[0] / p[1]), numberOf(p[0] / p[1] / p[1]), numberOf(2 / std::sqrt(p[0])),
          numberOf(6 / p[0])};
}

Quantity mode(const Parameters& p) {
  return numberOf(p[0] > 1 ? (p[0] - 1) / p[1] : 0);
}

/// α − ln β + ln Γ(α) + (1 − α) ψ(α), with Stirling's formula in ln Γ and ψ so that its large terms are gone.
double entropy(const Parameters& p) {
  const double a = p[0];
  return 0.5 * std::log(a) - std::log(p[1]) + numerics::halfLogTwoPi + numerics::stirlingError(a) +
         (1 - a) * numerics::digammaMinusLog(a);
}

double sample(const Parameters& p, numerics::Random& random) {
  return std::exp(logOfGammaSample(p[0], random)) / p[1];
}

} // namespace gamma_law

/// The gamma law of shape ν/2 and rate ½.
namespace chi_squared_law {

Parameters asGamma(const Parameters& p) {
  return {0.5 * p[0], 0.5, 0};
}

double logDensity(const Parameters& p, double x) {
  return gamma_law::logDensity(asGamma(p), x);
}

Tails tails(const Parameters& p, double x) {
  return gamma_law::tails(asGamma(p), x);
}

double quantile(const Parameters& p, const Tails& t) {
  return gamma_law::quantile(asGamma(p), t);
}

Moments moments(const Parameters& p) {
  return gamma_law::moments(asGamma(p));
}

Quantity mode(const Parameters& p) {
  return gamma_law::mode(asGamma(p));
}

double entropy(const Parameters& p) {
  return gamma_law::entropy(asGamma(p));
}

double sample(const Parameters& p, numerics::Random& random) {
  return gamma_law::sample(asGamma(p), random);
}

} // namespace chi_squared_law

} // namespace

Law exponentialLaw() {
  using namespace exponential_law;
  return {positiveLine, logDensity, tails, quantile, moments, modeAtZero, entropy};
}

Law weibullLaw() {
  using namespace weibull_law;
  return {positiveLine, logDensity, tails, quantile, moments, mode, entropy};
}

Law paretoLaw() {
  using namespace pareto_law;
  return {support, logDensity, tails, quantile, moments, mode, entropy};
}

Law gammaLaw() {
  using namespace gamma_law;
  return {positiveLine, logDensity, tails, quantile, moments, mode, entropy, sample};
}

Law chiSquaredLaw() {
  using namespace chi_squared_law;
  return {positiveLine, logDensity, tails, quantile, moments, mode, entropy, sample};
}

} // namespace eigenboard::probability
