#include "core/numerics/gamma_function.h"
#include "core/numerics/incomplete_beta.h"
#include "core/numerics/normal.h"
#include "core/probability/gamma_sample.h"
#include "core/probability/law.h"
#include "core/probability/positive_root.h"

#include <cmath>
#include <numbers>

/// Laws of a share G/(G + H) or a ratio G/H of two gamma numbers, whose tails are incomplete beta functions.
/// Odds w = x/(1 − x) run over the positive line and keep what is small near 1, which x itself cannot.
namespace eigenboard::probability {

namespace {

struct Share {
  double x;
  double y; ///< 1 − x
};

Share shareOfOdds(double w) {
  return w < 1 ? Share{w / (1 + w), 1 / (1 + w)} : Share{1 / (1 + 1 / w), 1 / w / (1 + 1 / w)};
}

/// x^a y^b/B(a, b): the beta density times x y, which is the density of ln w.
double logOddsDensity(double a, double b, const Share& at) {
  return std::log(a) + std::log(b) - std::log(a + b) + numerics::logBinomialTerm(a, b, at.x, at.y);
}

/// The odds at which a share of a to b has these tails.
double oddsQuantile(double a, double b, const Tails& t) {
  const double z =
      t.lower <= t.upper ? numerics::normalQuantile(t.lower) : -numerics::normalQuantile(t.upper);
  const auto law = [a, b](double w) {
    const Share at = shareOfOdds(w);
    return TailsAndSlope{numerics::incompleteBeta(a, b, at.x, at.y), std::exp(logOddsDensity(a, b, at))};
  };
  const double spread = std::fmin(5, std::abs(z) * std::sqrt(1 / a + 1 / b));
  return positiveRoot(law, t, a / b * std::exp(std::copysign(spread, z)));
}

namespace beta_law {

Support support(const Parameters&) {
  return {0, 1};
}

double logDensity(const Parameters& p, double x) {
  const double exponent = x == 0 ? p[0] - 1 : p[1] - 1;
  if (x == 0 || x == 1) // B(1, b) is 1/b
    return exponent == 0 ? std::log(p[0]) + std::log(p[1]) - std::log(p[0] + p[1] - 1)
                         : std::copysign(positiveInfinity, -exponent);
  return logOddsDensity(p[0], p[1], {x, 1 - x}) - std::log(x) - std::log1p(-x);
}

Tails tails(const Parameters& p, double x) {
  return numerics::incompleteBeta(p[0], p[1], x, 1 - x);
}

double quantile(const Parameters& p, const Tails& t) {
  return shareOfOdds(oddsQuantile(p[0], p[1], t)).x;
}

Moments moments(const Parameters& p) {
  const double a = p[0];
  const double b = p[1];
  const double n = a + b;
  return {numberOf(a / n), numberOf(a / n * (b / n) / (n + 1)),
          numberOf(2 * (b - a) / (n + 2) * std::sqrt((n + 1) / a / b)),
          numberOf(6 * ((a - b) * (a - b) / a / b * (n + 1) - (n + 2)) / ((n + 2) * (n + 3)))};
}

Quantity mode(const Parameters& p) {
  const double a = p[0];
  const double b = p[1];
  if (a > 1 && b > 1)
    return numberOf((a - 1) / (a + b - 2));
  if ((a < 1 && b < 1) || (a == 1 && b == 1))
    return {};
  return numberOf(a < b ? 0 : 1);
}

/// ln B − (α − 1) ψ(α) − (β − 1) ψ(β) + (α + β − 2) ψ(α + β), without Stirling's large terms, which cancel.
double entropy(const Parameters& p) {
  const double a = p[0];
  const double b = p[1];
  const double n = a + b;
  return numerics::halfLogTwoPi + 0.5 * (std::log(a) + std::log(b)) - 1.5 * std::log(n) +
         numerics::stirlingError(a) + numerics::stirlingError(b) - numerics::stirlingError(n) -
         (a - 1) * numerics::digammaMinusLog(a) - (b - 1) * numerics::digammaMinusLog(b) +
         (n - 2) * numerics::digammaMinusLog(n);
}

double sample(const Parameters& p, numerics::Random& random) {
  const double first = logOfGammaSample(p[0], random);
  const double second = logOfGammaSample(p[1], random);
  return 1 / (1 + std::exp(second - first));
}

} // namespace beta_law

/// Of (G/d₁)/(H/d₂), where G and H are chi-squared.
namespace fisher_f_law {

double logDensity(const Parameters& p, double x) {
  if (x == 0)
    return p[0] == 2 ? 0 : std::copysign(positiveInfinity, 2 - p[0]);
  return logOddsDensity(0.5 * p[0], 0.5 * p[1], shareOfOdds(p[0] / p[1] * x)) - std::log(x);
}

Tails tails(const Parameters& p, double x) {
  const Share at = shareOfOdds(p[0] / p[1] * x);
  return numerics::incompleteBeta(0.5 * p[0], 0.5 * p[1], at.x, at.y);
}

double quantile(const Parameters& p, const Tails& t) {
  return oddsQuantile(0.5 * p[0], 0.5 * p[1], t) / (p[0] / p[1]);
}

Moments moments(const Parameters& p) {
  const double m = p[0];
  const double n = p[1];
  const double sum = m + n - 2;
  Moments result;
  result.mean = n > 2 ? numberOf(n / (n - 2)) : infiniteQuantity();
  if (n > 2)
    result.variance =
        n > 4 ? numberOf(2 * (n / (n - 2)) * (n / (n - 2)) * (sum / m) / (n - 4)) : infiniteQuantity();
  if (n > 4)
    result.skewness =
        n > 6 ? numberOf((2 * m + n - 2) / (n - 6) * std::sqrt(8 * (n - 4) / m / sum)) : infiniteQuantity();
  if (n > 4)
    result.excessKurtosis = n > 8 ? numberOf(12 * (m * (5 * n - 22) * sum + (n - 4) * (n - 2) * (n - 2)) / m /
                                             sum / ((n - 6) * (n - 8)))
                                  : infiniteQuantity();
  return result;
}

Quantity mode(const Parameters& p) {
  return numberOf(p[0] > 2 ? (p[0] - 2) / p[0] * (p[1] / (p[1] + 2)) : 0);
}

/// ln (b/a) + ln B + (1 − a) ψ(a) − (1 + b) ψ(b) + (a + b) ψ(a + b) with a = d₁/2, b = d₂/2, as for beta.
double entropy(const Parameters& p) {
  const double a = 0.5 * p[0];
  const double b = 0.5 * p[1];
  const double n = a + b;
  return numerics::halfLogTwoPi - 0.5 * (std::log(a) + std::log(b) - std::log(n)) +
         numerics::stirlingError(a) + numerics::stirlingError(b) - numerics::stirlingError(n) +
         (1 - a) * numerics::digammaMinusLog(a) - (1 + b) * numerics::digammaMinusLog(b) +
         n * numerics::digammaMinusLog(n);
}

double sample(const Parameters& p, numerics::Random& random) {
  const double first = logOfGammaSample(0.5 * p[0], random);
  const double second = logOfGammaSample(0.5 * p[1], random);
  return std::exp(first - second) / (p[0] / p[1]);
}

} // namespace fisher_f_law

/// Of Z/√(G/ν), where Z is normal and G chi-squared; t² is F of 1 and ν.
namespace student_t_law {

double logDensity(const Parameters& p, double x) {
  const double root = std::abs((x - p[1]) / p[2]) / std::sqrt(p[0]);
  const double logSquare = root > 1e8 ? 2 * std::log(root) : std::log1p(root * root);
  return numerics::logGammaRatio(0.5 * p[0], 0.5) - 0.5 * std::log(std::numbers::pi * p[0]) -
         0.5 * (p[0] + 1) * logSquare - std::log(p[2]);
}

/// Of the distance from the centre.
Tails tailsOfDistance(double freedom, double z) {
  const double root = z / std::sqrt(freedom);
  if (root > 1e12) // y = 1/root² alone is left of the beta function's series
    return numerics::fromUpper(std::exp(-freedom * std::log(root) - std::log(0.5 * freedom) -
                                        numerics::logBeta(0.5 * freedom, 0.5)));
  const Share at = shareOfOdds(root * root);
  return numerics::incompleteBeta(0.5, 0.5 * freedom, at.x, at.y);
}

Tails tails(const Parameters& p, double x) {
  const double z = (x - p[1]) / p[2];
  const Tails both = tailsOfDistance(p[0], std::abs(z));
  const Tails right = {0.5 + 0.5 * both.lower, 0.5 * both.upper};
  return z < 0 ? numerics::swapped(right) : right;
}

double quantile(const Parameters& p, const Tails& t) {
  const double smaller = std::fmin(t.lower, t.upper);
  const double sign = t.lower < t.upper ? -1 : 1;
  const Tails distance = {std::abs(t.upper - t.lower), 2 * smaller};
  if (distance.lower == 0)
    return p[1];
  const double freedom = p[0];
  const auto law = [freedom](double z) {
    const Tails both = tailsOfDistance(freedom, z);
    return TailsAndSlope{both, 2 * z * std::exp(logDensity({freedom, 0, 1}, z))};
  };
  const double start = std::fmax(std::abs(numerics::normalQuantile(smaller)), 1e-3);
  return p[1] + sign * p[2] * positiveRoot(law, distance, start);
}

Moments moments(const Parameters& p) {
  const double n = p[0];
  Moments m;
  if (n > 1)
    m.mean = numberOf(p[1]);
  if (n > 1)
    m.variance = n > 2 ? numberOf(n / (n - 2) * p[2] * p[2]) : infiniteQuantity();
  if (n > 3)
    m.skewness = numberOf(0);
  if (n > 2)
    m.excessKurtosis = n > 4 ? numberOf(6 / (n - 4)) : infiniteQuantity();
  return m;
}

Quantity mode(const Parameters& p) {
  return numberOf(p[1]);
}

double entropy(const Parameters& p) {
  const double n = p[0];
  const double difference = std::log1p(1 / n) + numerics::digammaMinusLog(0.5 * (n + 1)) -
                            numerics::digammaMinusLog(0.5 * n); // ψ((ν + 1)/2) − ψ(ν/2)
  return 0.5 * (n + 1) * difference + 0.5 * std::log(std::numbers::pi * n) -
         numerics::logGammaRatio(0.5 * n, 0.5) + std::log(p[2]);
}

double sample(const Parameters& p, numerics::Random& random) {
  const double z = numerics::standardNormal(random);
  const double half = 0.5 * p[0];
  return p[1] + p[2] * (z * std::exp(0.5 * (std::log(half) - logOfGammaSample(half, random))));
}

} // namespace student_t_law

} // namespace

Law betaLaw() {
  using namespace beta_law;
  return {support, logDensity, tails, quantile, moments, mode, entropy, sample};
}

Law fisherFLaw() {
  using namespace fisher_f_law;
  return {positiveLine, logDensity, tails, quantile, moments, mode, entropy, sample};
}

Law studentTLaw() {
  using namespace student_t_law;
  return {wholeLine, logDensity, tails, quantile, moments, mode, entropy, sample};
}

} // namespace eigenboard::probability
