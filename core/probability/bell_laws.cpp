#include "core/numerics/gamma_function.h"
#include "core/numerics/normal.h"
#include "core/probability/law.h"

#include <cmath>
#include <numbers>

/// Laws of a location and a scale on the whole line: all is computed for z = (x − location)/scale.
namespace eigenboard::probability {

namespace {

double standardized(const Parameters& p, double x) {
  return (x - p[0]) / p[1];
}

Moments momentsOfScale(double mean, double scale, double variance, double skewness, double excessKurtosis) {
  return {numberOf(mean), numberOf(variance * scale * scale), numberOf(skewness), numberOf(excessKurtosis)};
}

Quantity modeAtLocation(const Parameters& p) {
  return numberOf(p[0]);
}

namespace normal_law {

/// ½ erfc(z/√2), the upper tail. What rounding takes from z/√2 is put back to first order: in the tail it
/// would grow by z².
double upperTail(double z) {
  if (std::isinf(z))
    return z > 0 ? 0 : 1;
  constexpr double root = std::numbers::sqrt2 / 2;
  constexpr double rootRemainder = -4.8336466567264628885e-17;
  const double h = z * root;
  const double lost = std::fma(z, root, -h) + z * rootRemainder;
  return 0.5 * std::erfc(h) - std::exp(-h * h) * std::numbers::inv_sqrtpi * lost;
}

double logDensity(const Parameters& p, double x) {
  const double z = standardized(p, x);
  return -0.5 * z * z - std::log(p[1]) - numerics::halfLogTwoPi;
}

Tails tails(const Parameters& p, double x) {
  const double z = standardized(p, x);
  return {upperTail(-z), upperTail(z)};
}

double standardQuantile(const Tails& t) {
  return t.lower <= t.upper ? numerics::normalQuantile(t.lower) : -numerics::normalQuantile(t.upper);
}

double quantile(const Parameters& p, const Tails& t) {
  return p[0] + p[1] * standardQuantile(t);
}

Moments moments(const Parameters& p) {
  return momentsOfScale(p[0], p[1], 1, 0, 0);
}

double entropy(const Parameters& p) {
  return 0.5 + numerics::halfLogTwoPi + std::log(p[1]);
}

double sample(const Parameters& p, numerics::Random& random) {
  return p[0] + p[1] * numerics::standardNormal(random);
}

} // namespace normal_law

/// The normal law of the logarithm.
namespace log_normal_law {

double logDensity(const Parameters& p, double x) {
  return x == 0 ? -positiveInfinity : normal_law::logDensity(p, std::log(x)) - std::log(x);
}

Tails tails(const Parameters& p, double x) {
  return normal_law::tails(p, std::log(x));
}

double quantile(const Parameters& p, const Tails& t) {
  return std::exp(normal_law::quantile(p, t));
}

Moments moments(const Parameters& p) {
  const double square = p[1] * p[1];
  const double e = std::expm1(square);
  return {numberOf(std::exp(p[0] + 0.5 * square)), numberOf(e * std::exp(2 * p[0] + square)),
          numberOf((e + 3) * std::sqrt(e)), numberOf(e * (16 + e * (15 + e * (6 + e))))};
}

Quantity mode(const Parameters& p) {
  return numberOf(std::exp(p[0] - p[1] * p[1]));
}

double entropy(const Parameters& p) {
  return normal_law::entropy(p) + p[0];
}

double sample(const Parameters& p, numerics::Random& random) {
  return std::exp(normal_law::sample(p, random));
}

} // namespace log_normal_law

namespace cauchy_law {

double logDensity(const Parameters& p, double x) {
  const double z = std::abs(standardized(p, x));
  const double logSquare = z > 1e8 ? 2 * std::log(z) : std::log1p(z * z);
  return -logSquare - std::log(std::numbers::pi * p[1]);
}

Tails tails(const Parameters& p, double x) {
  const double z = standardized(p, x);
  return {std::atan2(1, -z) / std::numbers::pi, std::atan2(1, z) / std::numbers::pi};
}

double quantile(const Parameters& p, const Tails& t) {
  constexpr double pi = std::numbers::pi;
  if (t.lower < 0.25)
    return p[0] - p[1] / std::tan(pi * t.lower);
  if (t.upper < 0.25)
    return p[0] + p[1] / std::tan(pi * t.upper);
  return p[0] + p[1] * std::tan(0.5 * pi * (t.lower - t.upper));
}

Moments moments(const Parameters&) {
  return {};
}

double entropy(const Parameters& p) {
  return std::log(4 * std::numbers::pi) + std::log(p[1]);
}

} // namespace cauchy_law

namespace laplace_law {

double logDensity(const Parameters& p, double x) {
  return -std::abs(standardized(p, x)) - std::numbers::ln2 - std::log(p[1]);
}

Tails tails(const Parameters& p, double x) {
  const double z = standardized(p, x);
  const double smaller = 0.5 * std::exp(-std::abs(z));
  return z < 0 ? numerics::fromLower(smaller) : numerics::fromUpper(smaller);
}

double quantile(const Parameters& p, const Tails& t) {
  // ln (2 q) near q = ½ is ln (1 − (1 − 2 q)).
  const double distance = std::abs(t.lower - t.upper);
  const double z = distance < 0.5 ? -std::log1p(-distance) : -std::log(2 * std::fmin(t.lower, t.upper));
  return p[0] + std::copysign(p[1] * z, t.lower - t.upper);
}

Moments moments(const Parameters& p) {
  return momentsOfScale(p[0], p[1], 2, 0, 3);
}

double entropy(const Parameters& p) {
  return 1 + std::numbers::ln2 + std::log(p[1]);
}

} // namespace laplace_law

namespace logistic_law {

double logDensity(const Parameters& p, double x) {
  const double z = std::abs(standardized(p, x));
  return -z - 2 * std::log1p(std::exp(-z)) - std::log(p[1]);
}

Tails tails(const Parameters& p, double x) {
  const double z = standardized(p, x);
  return {1 / (1 + std::exp(-z)), 1 / (1 + std::exp(z))};
}

double quantile(const Parameters& p, const Tails& t) {
  // Between the quartiles ln (l/u) would cancel; it is 2 artanh (l − u).
  const double difference = t.lower - t.upper;
  const double z =
      std::abs(difference) < 0.5 ? 2 * std::atanh(difference) : std::log(t.lower) - std::log(t.upper);
  return p[0] + p[1] * z;
}

Moments moments(const Parameters& p) {
  return momentsOfScale(p[0], p[1], std::numbers::pi * std::numbers::pi / 3, 0, 1.2);
}

double entropy(const Parameters& p) {
  return 2 + std::log(p[1]);
}

} // namespace logistic_law

namespace gumbel_law {

double logDensity(const Parameters& p, double x) {
  const double z = standardized(p, x);
  const double e = std::exp(-z);
  return std::isinf(e) ? -positiveInfinity : -z - e - std::log(p[1]);
}

Tails tails(const Parameters& p, double x) {
  const double e = std::exp(-standardized(p, x));
  return {std::exp(-e), -std::expm1(-e)};
}

double quantile(const Parameters& p, const Tails& t) {
  const double e = t.lower < 0.5 ? -std::log(t.lower) : -std::log1p(-t.upper);
  return p[0] - p[1] * std::log(e);
}

Moments moments(const Parameters& p) {
  constexpr double skewness = 1.1395470994046486575; // 12 √6 ζ(3)/π³
  return momentsOfScale(p[0] + numerics::eulerGamma * p[1], p[1], std::numbers::pi * std::numbers::pi / 6,
                        skewness, 2.4);
}

double entropy(const Parameters& p) {
  return 1 + numerics::eulerGamma + std::log(p[1]);
}

} // namespace gumbel_law

} // namespace

Law normalLaw() {
  using namespace normal_law;
  return {wholeLine, logDensity, tails, quantile, moments, modeAtLocation, entropy, sample};
}

Law logNormalLaw() {
  using namespace log_normal_law;
  return {positiveLine, logDensity, tails, quantile, moments, mode, entropy, sample};
}

Law cauchyLaw() {
  using namespace cauchy_law;
  return {wholeLine, logDensity, tails, quantile, moments, modeAtLocation, entropy};
}

Law laplaceLaw() {
  using namespace laplace_law;
  return {wholeLine, logDensity, tails, quantile, moments, modeAtLocation, entropy};
}

Law logisticLaw() {
  using namespace logistic_law;
  return {wholeLine, logDensity, tails, quantile, moments, modeAtLocation, entropy};
}

Law gumbelLaw() {
  using namespace gumbel_law;
  return {wholeLine, logDensity, tails, quantile, moments, modeAtLocation, entropy};
}

} // namespace eigenboard::probability
