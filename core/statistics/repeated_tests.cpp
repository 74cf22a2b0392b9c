#include "core/statistics/repeated_tests.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace eigenboard::statistics {

namespace {

constexpr int nodeCount = 160;

struct GaussRule {
  Eigen::VectorXd nodes; ///< in (−1, 1), rising
  Eigen::VectorXd weights;
};

/// Newton's method from Tricomi's first guesses; the polynomial by its recursion.
GaussRule gaussLegendre(int count) {
  GaussRule rule{Eigen::VectorXd(count), Eigen::VectorXd(count)};
  for (int i = 0; i < count; ++i) {
    double x = -std::cos(std::numbers::pi * (i + 0.75) / (count + 0.5));
    double slope = 1;
    for (int iteration = 0; iteration < 8; ++iteration) {
      double before = 1;
      double value = x;
      for (int k = 2; k <= count; ++k) {
        const double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
      }
      slope = count * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    rule.nodes(i) = x;
    rule.weights(i) = 2 / ((1 - x * x) * slope * slope);
  }
  rule.weights *= 2 / rule.weights.sum();
  return rule;
}

const GaussRule& gaussRule() {
  static const GaussRule rule = gaussLegendre(nodeCount);
  return rule;
}

std::size_t countWithin(std::span<const double> sorted, double alpha) {
  std::size_t most = 0;
  for (std::size_t k = 1; k <= sorted.size(); ++k)
    if (sorted[k - 1] <= static_cast<double>(k) * alpha / static_cast<double>(sorted.size()))
      most = k;
  return most;
}

} // namespace

std::vector<double> errorOfPeeking(int looks, double alpha, Side side) {
  const double critical = criticalZ(alpha, side);
  const double scale = 1 / std::sqrt(2 * std::numbers::pi); // of the density of one look's step
  constexpr double farAway = 9;                             // P(|Z| > 9) is 2e-19
  std::vector<double> rejected;
  double soFar = 0;
  // Of the sum after a look: places, and there the density times the rule's weight. Before the first it is 0.
  Eigen::VectorXd places = Eigen::VectorXd::Zero(1);
  Eigen::VectorXd weights = Eigen::VectorXd::Ones(1);
  for (int look = 1; look <= looks; ++look) {
    const double root = std::sqrt(look);
    const double lower = (side == Side::Greater ? -farAway : -critical) * root;
    const double upper = (side == Side::Less ? farAway : critical) * root;
    // What steps over a border is summed for itself: 1 minus the rest would lose its digits.
    for (Eigen::Index i = 0; i < places.size(); ++i) {
      if (side != Side::Less)
        soFar += weights(i) * normalTail(upper - places(i), Side::Greater);
      if (side != Side::Greater)
        soFar += weights(i) * normalTail(lower - places(i), Side::Less);
    }
    rejected.push_back(soFar);
    const Eigen::VectorXd now = 0.5 * (lower + upper) + 0.5 * (upper - lower) * gaussRule().nodes.array();
    Eigen::VectorXd density(nodeCount);
    for (int i = 0; i < nodeCount; ++i)
      density(i) = scale * weights.dot((-0.5 * (now(i) - places.array()).square()).exp().matrix());
    places = now;
    weights = 0.5 * (upper - lower) * gaussRule().weights.cwiseProduct(density);
  }
  return rejected;
}

double errorOfFamily(int tests, double alpha) {
  return -std::expm1(tests * std::log1p(-alpha));
}

std::vector<bool> bonferroni(std::span<const double> p, double alpha) {
  std::vector<bool> isSignificant;
  for (const double value : p)
    isSignificant.push_back(value <= alpha / static_cast<double>(p.size()));
  return isSignificant;
}

std::vector<bool> benjaminiHochberg(std::span<const double> p, double alpha) {
  std::vector<double> sorted(p.begin(), p.end());
  std::sort(sorted.begin(), sorted.end());
  const std::size_t most = countWithin(sorted, alpha);
  std::vector<bool> isSignificant;
  for (const double value : p)
    isSignificant.push_back(most > 0 && value <= sorted[most - 1]);
  return isSignificant;
}

} // namespace eigenboard::statistics
