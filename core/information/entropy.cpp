#include "core/information/entropy.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::information {

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinitelyMany = std::numeric_limits<double>::infinity();

bool areComparable(const Eigen::Ref<const Eigen::VectorXd>& p, const Eigen::Ref<const Eigen::VectorXd>& q) {
  return p.size() == q.size() && isDistribution(p) && isDistribution(q);
}

} // namespace

bool isDistribution(const Eigen::Ref<const Eigen::VectorXd>& p) {
  return p.size() > 0 && p.allFinite() && p.minCoeff() >= 0 && std::abs(p.sum() - 1) <= sumTolerance;
}

Eigen::VectorXd normalized(const Eigen::Ref<const Eigen::VectorXd>& weights) {
  if (weights.size() == 0 || !weights.allFinite() || weights.minCoeff() < 0 || weights.maxCoeff() == 0)
    return {};
  const Eigen::VectorXd scaled = weights / weights.maxCoeff();
  return scaled / scaled.sum();
}

double surprisal(double p) {
  return p >= 0 && p <= 1 ? -std::log2(p) + 0.0 : noNumber;
}

double entropy(const Eigen::Ref<const Eigen::VectorXd>& p) {
  if (!isDistribution(p))
    return noNumber;
  double sum = 0;
  for (const double probability : p)
    if (probability > 0)
      sum -= probability * std::log2(probability);
  return std::max(0.0, sum);
}

double crossEntropy(const Eigen::Ref<const Eigen::VectorXd>& p, const Eigen::Ref<const Eigen::VectorXd>& q) {
  if (!areComparable(p, q))
    return noNumber;
  double sum = 0;
  for (Eigen::Index i = 0; i < p.size(); ++i)
    if (p(i) > 0)
      sum -= p(i) * std::log2(q(i));
  return std::max(0.0, sum);
}

double divergence(const Eigen::Ref<const Eigen::VectorXd>& p, const Eigen::Ref<const Eigen::VectorXd>& q) {
  if (!areComparable(p, q))
    return noNumber;
  double sum = 0;
  for (Eigen::Index i = 0; i < p.size(); ++i) {
    if (p(i) > 0 && q(i) == 0)
      return infinitelyMany;
    if (q(i) > 0)
      sum += divergenceTerm(p(i), q(i));
  }
  return sum / std::numbers::ln2;
}

double divergenceTerm(double p, double q) {
  if (p == 0)
    return q;
  // It is q ((1 + d) ln (1 + d) − d) with d = p/q − 1.
  const double d = (p - q) / q;
  if (std::abs(d) < 0.01) {
    // Σ (−d)ᵏ/(k (k − 1)) from k = 2: here the two terms cancel, and ten of the series are enough.
    double sum = 0;
    for (int k = 11; k >= 2; --k)
      sum = 1.0 / (k * (k - 1)) - d * sum;
    return q * d * d * sum;
  }
  const double logarithm = std::log(p) - std::log(q); // p/q may overflow
  return std::max(0.0, p * logarithm - p + q);
}

} // namespace eigenboard::information
