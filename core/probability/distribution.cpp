#include "core/probability/distribution.h"

#include "core/probability/discrete.h"
#include "core/probability/gamma_sample.h"
#include "core/probability/law.h"

#include <cmath>

namespace eigenboard::probability {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

bool isWholeNumbered(const Distribution& distribution) {
  return describe(distribution.family).isDiscrete;
}

} // namespace

Support support(const Distribution& distribution) {
  return isPossible(distribution) ? lawOf(distribution.family).support(distribution.parameters) : Support{};
}

double logDensity(const Distribution& distribution, double x) {
  if (!isPossible(distribution) || std::isnan(x))
    return notANumber;
  const Law law = lawOf(distribution.family);
  const Support ends = law.support(distribution.parameters);
  if (std::isinf(x) || x < ends.least || x > ends.most ||
      (isWholeNumbered(distribution) && x != std::floor(x)))
    return -positiveInfinity;
  return law.logDensity(distribution.parameters, x);
}

double density(const Distribution& distribution, double x) {
  return std::exp(logDensity(distribution, x));
}

Tails tails(const Distribution& distribution, double x) {
  if (!isPossible(distribution) || std::isnan(x))
    return {};
  const Law law = lawOf(distribution.family);
  const Support ends = law.support(distribution.parameters);
  const bool isWhole = isWholeNumbered(distribution);
  if (x < ends.least || (!isWhole && x == ends.least))
    return {0, 1};
  if (x >= ends.most)
    return {1, 0};
  return law.tails(distribution.parameters, isWhole ? std::floor(x) : x);
}

double probabilityBetween(const Distribution& distribution, double a, double b) {
  if (std::isnan(a) || std::isnan(b))
    return notANumber;
  if (b <= a)
    return isPossible(distribution) ? 0 : notANumber;
  const Tails atA = tails(distribution, a);
  const Tails atB = tails(distribution, b);
  if (atA.upper < 0.5)
    return atA.upper - atB.upper;
  if (atB.lower < 0.5)
    return atB.lower - atA.lower;
  return 1 - atA.lower - atB.upper;
}

double quantile(const Distribution& distribution, double p) {
  if (!isPossible(distribution) || !(p >= 0 && p <= 1))
    return notANumber;
  const Law law = lawOf(distribution.family);
  const Support ends = law.support(distribution.parameters);
  if (p == 0 || p == 1)
    return p == 0 ? ends.least : ends.most;
  if (isWholeNumbered(distribution))
    return searchedQuantile(law, distribution.parameters, p);
  return law.quantile(distribution.parameters, numerics::fromLower(p));
}

double upperQuantile(const Distribution& distribution, double q) {
  if (!isPossible(distribution) || !(q >= 0 && q <= 1))
    return notANumber;
  const Law law = lawOf(distribution.family);
  const Support ends = law.support(distribution.parameters);
  if (q == 0 || q == 1)
    return q == 1 ? ends.least : ends.most;
  if (isWholeNumbered(distribution))
    return searchedUpperQuantile(law, distribution.parameters, q);
  return law.quantile(distribution.parameters, numerics::fromUpper(q));
}

Moments moments(const Distribution& distribution) {
  return isPossible(distribution) ? lawOf(distribution.family).moments(distribution.parameters) : Moments{};
}

Quantity entropy(const Distribution& distribution) {
  if (!isPossible(distribution))
    return {};
  const Law law = lawOf(distribution.family);
  if (law.entropy)
    return numberOf(law.entropy(distribution.parameters));
  return numberOf(
      expectationOfLog(law, distribution.parameters, [](double logarithm) { return -logarithm; }));
}

Quantity mode(const Distribution& distribution) {
  return isPossible(distribution) ? lawOf(distribution.family).mode(distribution.parameters) : Quantity{};
}

double sample(const Distribution& distribution, numerics::Random& random) {
  if (!isPossible(distribution))
    return notANumber;
  const Law law = lawOf(distribution.family);
  return law.sample ? law.sample(distribution.parameters, random)
                    : quantile(distribution, openUniform(random));
}

} // namespace eigenboard::probability
