#include "core/probability/bayes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace eigenboard::probability {

namespace {

double chanceOfResult(double ofPositive, bool isPositive) {
  return isPositive ? ofPositive : 1 - ofPositive;
}

double ifHealthy(const DiagnosticTest& test, bool isPositive) {
  return isPositive ? 1 - test.specificity : test.specificity;
}

} // namespace

FourShares fourShares(const DiagnosticTest& test) {
  const double healthy = 1 - test.prevalence;
  return {test.prevalence * test.sensitivity, test.prevalence * (1 - test.sensitivity),
          healthy * (1 - test.specificity), healthy * test.specificity};
}

double ratio(double a, double b) {
  if (b != 0)
    return a / b;
  return a > 0 ? std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
}

double positivePredictiveValue(const FourShares& shares) {
  return ratio(shares.truePositive, shares.flagged());
}

double negativePredictiveValue(const FourShares& shares) {
  return ratio(shares.trueNegative, shares.cleared());
}

double likelihoodRatio(const DiagnosticTest& test, bool isPositive) {
  return ratio(chanceOfResult(test.sensitivity, isPositive), ifHealthy(test, isPositive));
}

Evidence withResult(const Evidence& evidence, const DiagnosticTest& test, bool isPositive) {
  return {evidence.logIfIll + std::log(chanceOfResult(test.sensitivity, isPositive)),
          evidence.logIfHealthy + std::log(ifHealthy(test, isPositive))};
}

Evidence withRepeatedResult(const Evidence& evidence, const DiagnosticTest& test, bool isPositive,
                            bool firstWasPositive, double dependence) {
  const double copied = isPositive == firstWasPositive ? dependence : 0;
  const double fresh = 1 - dependence;
  return {evidence.logIfIll + std::log(copied + fresh * chanceOfResult(test.sensitivity, isPositive)),
          evidence.logIfHealthy + std::log(copied + fresh * ifHealthy(test, isPositive))};
}

double posterior(double prior, const Evidence& evidence) {
  const double ill = std::log(prior) + evidence.logIfIll;
  const double healthy = std::log1p(-prior) + evidence.logIfHealthy;
  if (std::isinf(ill) && std::isinf(healthy))
    return std::numeric_limits<double>::quiet_NaN();
  return probabilityOfLogOdds(ill - healthy);
}

double posteriorOdds(double prior, const Evidence& evidence) {
  const double ill = std::log(prior) + evidence.logIfIll;
  const double healthy = std::log1p(-prior) + evidence.logIfHealthy;
  if (std::isinf(ill) && std::isinf(healthy))
    return std::numeric_limits<double>::quiet_NaN();
  return std::exp(ill - healthy);
}

std::vector<int> apportioned(std::span<const double> shares, int total) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<int> parts(shares.size());
  std::vector<double> remainders(shares.size());
  int left = total;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = shares[i] / sum * total;
    parts[i] = static_cast<int>(std::floor(exact));
    remainders[i] = exact - parts[i];
    left -= parts[i];
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(),
                   [&remainders](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t k = 0; left > 0 && !order.empty(); ++k, --left)
    ++parts[order[k % order.size()]];
  return parts;
}

double wordEvidence(double inFirst, double inSecond, bool occurs) {
  return occurs ? std::log(inFirst / inSecond) : std::log((1 - inFirst) / (1 - inSecond));
}

double probabilityOfLogOdds(double score) {
  if (score >= 0)
    return 1 / (1 + std::exp(-score));
  const double odds = std::exp(score);
  return odds / (1 + odds);
}

} // namespace eigenboard::probability
