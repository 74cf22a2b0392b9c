#include "core/numerics/incomplete_beta.h"
#include "core/numerics/incomplete_gamma.h"
#include "core/probability/law.h"

#include <algorithm>
#include <cmath>

/// Laws of whole numbers.
namespace eigenboard::probability {

namespace {

/// Skewness or kurtosis, undefined where all the probability is at one place.
Quantity unlessCertain(double variance, double value) {
  return variance > 0 ? numberOf(value) : Quantity{};
}

/// The least whole k with k ≥ place − 1, where place may be a whole number but for its rounding.
double leastMode(double place) {
  return std::ceil(place * (1 - 8 * std::numeric_limits<double>::epsilon())) - 1;
}

namespace binomial_law {

Support support(const Parameters& p) {
  return {p[1] == 1 ? p[0] : 0, p[1] == 0 ? 0 : p[0]};
}

double logDensity(const Parameters& p, double k) {
  return numerics::logBinomialTerm(k, p[0] - k, p[1], 1 - p[1]);
}

/// P(X ≤ k) = I_{1−p}(n − k, k + 1), DLMF 8.17.24.
Tails tails(const Parameters& p, double k) {
  return numerics::incompleteBeta(p[0] - k, k + 1, 1 - p[1], p[1]);
}

Moments moments(const Parameters& p) {
  const double q = 1 - p[1];
  const double variance = p[0] * p[1] * q;
  return {numberOf(p[0] * p[1]), numberOf(variance),
          unlessCertain(variance, (q - p[1]) / std::sqrt(variance)),
          unlessCertain(variance, (1 - 6 * p[1] * q) / variance)};
}

Quantity mode(const Parameters& p) {
  // (n + 1) p when that is whole has a second mode one below.
  return numberOf(std::max(0.0, std::min(p[0], leastMode((p[0] + 1) * p[1]))));
}

} // namespace binomial_law

/// One trial.
namespace bernoulli_law {

Parameters asBinomial(const Parameters& p) {
  return {1, p[0], 0};
}

Support support(const Parameters& p) {
  return binomial_law::support(asBinomial(p));
}

double logDensity(const Parameters& p, double k) {
  return binomial_law::logDensity(asBinomial(p), k);
}

Tails tails(const Parameters& p, double) {
  return {1 - p[0], p[0]};
}

Moments moments(const Parameters& p) {
  return binomial_law::moments(asBinomial(p));
}

Quantity mode(const Parameters& p) {
  return binomial_law::mode(asBinomial(p));
}

double entropy(const Parameters& p) {
  return -timesLog(p[0], p[0]) - (p[0] < 1 ? (1 - p[0]) * std::log1p(-p[0]) : 0);
}

} // namespace bernoulli_law

namespace geometric_law {

Support support(const Parameters& p) {
  return {1, p[0] == 1 ? 1 : positiveInfinity};
}

double logDensity(const Parameters& p, double k) {
  return std::log(p[0]) + (k == 1 ? 0 : (k - 1) * std::log1p(-p[0]));
}

Tails tails(const Parameters& p, double k) {
  const double logUpper = k * std::log1p(-p[0]);
  return {-std::expm1(logUpper), std::exp(logUpper)};
}

Moments moments(const Parameters& p) {
  const double q = 1 - p[0];
  return {numberOf(1 / p[0]), numberOf(q / p[0] / p[0]), unlessCertain(q, (1 + q) / std::sqrt(q)),
          unlessCertain(q, 6 + p[0] * p[0] / q)};
}

Quantity mode(const Parameters&) {
  return numberOf(1);
}

double entropy(const Parameters& p) {
  return bernoulli_law::entropy(p) / p[0];
}

} // namespace geometric_law

namespace negative_binomial_law {

Support support(const Parameters& p) {
  return {0, p[1] == 1 ? 0 : positiveInfinity};
}

double logDensity(const Parameters& p, double k) {
  return std::log(p[0]) - std::log(p[0] + k) + numerics::logBinomialTerm(p[0], k, p[1], 1 - p[1]);
}

/// P(X ≤ k) = I_p(r, k + 1).
Tails tails(const Parameters& p, double k) {
  return numerics::incompleteBeta(p[0], k + 1, p[1], 1 - p[1]);
}

Moments moments(const Parameters& p) {
  const double q = 1 - p[1];
  const double failures = p[0] * q;
  return {numberOf(failures / p[1]), numberOf(failures / p[1] / p[1]),
          unlessCertain(failures, (1 + q) / std::sqrt(failures)),
          unlessCertain(failures, 6 / p[0] + p[1] * p[1] / failures)};
}

Quantity mode(const Parameters& p) {
  return numberOf(p[0] > 1 ? std::max(0.0, leastMode((p[0] - 1) * (1 - p[1]) / p[1])) : 0);
}

} // namespace negative_binomial_law

namespace poisson_law {

double logDensity(const Parameters& p, double k) {
  return numerics::logPoissonTerm(k, p[0]);
}

/// P(X ≤ k) = Q(k + 1, λ), DLMF 8.4.10.
Tails tails(const Parameters& p, double k) {
  return numerics::swapped(numerics::incompleteGamma(k + 1, p[0]));
}

Moments moments(const Parameters& p) {
  return {numberOf(p[0]), numberOf(p[0]), numberOf(1 / std::sqrt(p[0])), numberOf(1 / p[0])};
}

Quantity mode(const Parameters& p) {
  return numberOf(std::max(0.0, leastMode(p[0])));
}

} // namespace poisson_law

namespace hypergeometric_law {

Support support(const Parameters& p) {
  return {std::max(0.0, p[1] + p[2] - p[0]), std::min(p[1], p[2])};
}

/// The quotient of three binomial terms for one and the same chance of success, n/N (Loader 2000, as in
/// incomplete_gamma.h).
double logDensity(const Parameters& p, double k) {
  const double drawn = p[2] / p[0];
  const double left = 1 - drawn;
  return numerics::logBinomialTerm(k, p[1] - k, drawn, left) +
         numerics::logBinomialTerm(p[2] - k, p[0] - p[1] - (p[2] - k), drawn, left) -
         numerics::logBinomialTerm(p[2], p[0] - p[2], drawn, left);
}

/// Σ f(j) from k away from the middle, by the quotients of neighbours, over f(k).
double tailOver(const Parameters& p, double k, double direction) {
  const Support ends = support(p);
  const double others = p[0] - p[1] - p[2];
  double term = 1;
  double sum = 1;
  for (double j = k; direction > 0 ? j < ends.most : j > ends.least; j += direction) {
    term *= direction > 0 ? (p[1] - j) / (j + 1) * ((p[2] - j) / (others + j + 1))
                          : j / (p[1] - j + 1) * ((others + j) / (p[2] - j + 1));
    sum += term;
    if (term < 0.1 * std::numeric_limits<double>::epsilon() * sum)
      break;
  }
  return sum;
}

Tails tails(const Parameters& p, double k) {
  if (k < p[1] * (p[2] / p[0]))
    return numerics::fromLower(std::min(1.0, std::exp(logDensity(p, k)) * tailOver(p, k, -1)));
  return numerics::fromUpper(std::min(1.0, std::exp(logDensity(p, k + 1)) * tailOver(p, k + 1, 1)));
}

/// Of a few things the closed forms divide 0 by 0; the sums do not.
Moments summedMoments(const Parameters& p) {
  const double mean = p[1] * p[2] / p[0];
  double central[5] = {};
  for (double k = support(p).least; k <= support(p).most; ++k)
    for (int power = 2; power < 5; ++power)
      central[power] += std::exp(logDensity(p, k)) * std::pow(k - mean, power);
  return {numberOf(mean), numberOf(central[2]),
          unlessCertain(central[2], central[3] / std::pow(central[2], 1.5)),
          unlessCertain(central[2], central[4] / (central[2] * central[2]) - 3)};
}

Moments moments(const Parameters& p) {
  const double all = p[0];
  if (all < 4)
    return summedMoments(p);
  const double marked = p[1] / all;
  const double drawn = p[2] / all;
  const double bothSides = marked * (1 - marked) * drawn * (1 - drawn);
  const double variance = bothSides * all * all / (all - 1);
  const double variances = (1 - marked) * marked + (1 - drawn) * drawn;
  // The closed form of the kurtosis with K = N marked and n = N drawn, over N⁵.
  const double kurtosis = ((1 - 1 / all) * (1 + 1 / all - 6 * variances) + 6 * bothSides * (5 - 6 / all)) /
                          (bothSides * all * (1 - 2 / all) * (1 - 3 / all));
  return {
      numberOf(p[1] * drawn), numberOf(variance),
      unlessCertain(variance, (1 - 2 * marked) * (1 - 2 * drawn) * (all / (all - 2)) / std::sqrt(variance)),
      unlessCertain(variance, kurtosis)};
}

Quantity mode(const Parameters& p) {
  const double place = (p[1] + 1) * (p[2] + 1) / (p[0] + 2);
  return numberOf(std::clamp(leastMode(place), support(p).least, support(p).most));
}

} // namespace hypergeometric_law

namespace discrete_uniform_law {

double valueCount(const Parameters& p) {
  return p[1] - p[0] + 1;
}

Support support(const Parameters& p) {
  return {p[0], p[1]};
}

double logDensity(const Parameters& p, double) {
  return -std::log(valueCount(p));
}

Tails tails(const Parameters& p, double k) {
  return {(k - p[0] + 1) / valueCount(p), (p[1] - k) / valueCount(p)};
}

Moments moments(const Parameters& p) {
  const double square = valueCount(p) * valueCount(p);
  const double variance = (square - 1) / 12;
  return {numberOf(0.5 * (p[0] + p[1])), numberOf(variance), unlessCertain(variance, 0),
          unlessCertain(variance, -1.2 * (square + 1) / (square - 1))};
}

Quantity mode(const Parameters& p) {
  return p[0] == p[1] ? numberOf(p[0]) : Quantity{};
}

double entropy(const Parameters& p) {
  return std::log(valueCount(p));
}

} // namespace discrete_uniform_law

} // namespace

Law bernoulliLaw() {
  using namespace bernoulli_law;
  return {support, logDensity, tails, nullptr, moments, mode, entropy};
}

Law binomialLaw() {
  using namespace binomial_law;
  return {support, logDensity, tails, nullptr, moments, mode};
}

Law geometricLaw() {
  using namespace geometric_law;
  return {support, logDensity, tails, nullptr, moments, mode, entropy};
}

Law negativeBinomialLaw() {
  using namespace negative_binomial_law;
  return {support, logDensity, tails, nullptr, moments, mode};
}

Law poissonLaw() {
  using namespace poisson_law;
  return {positiveLine, logDensity, tails, nullptr, moments, mode};
}

Law hypergeometricLaw() {
  using namespace hypergeometric_law;
  return {support, logDensity, tails, nullptr, moments, mode};
}

Law discreteUniformLaw() {
  using namespace discrete_uniform_law;
  return {support, logDensity, tails, nullptr, moments, mode, entropy};
}

} // namespace eigenboard::probability
