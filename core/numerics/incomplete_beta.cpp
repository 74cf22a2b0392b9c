#include "core/numerics/incomplete_beta.h"

#include "core/numerics/gamma_function.h"
#include "core/numerics/incomplete_gamma.h"

#include <cmath>
#include <limits>

namespace eigenboard::numerics {

namespace {

constexpr double betaEpsilon = std::numeric_limits<double>::epsilon();

/// For a < 1 and b x at most about 2, where I may be as near to 1 as a is to 0:
/// I = x^a Γ(a + b)/(Γ(a + 1) Γ(b)) (1 + a Σ (1 − b)_n x^n/(n! (a + n))).
Tails tailsOfSmallFirst(double a, double b, double x) {
  double term = 1;
  double sum = 0;
  for (double n = 1; std::abs(term) > 0.01 * betaEpsilon; ++n) {
    term *= x * (n - b) / n;
    sum += term / (a + n);
  }
  const double logLower = a * std::log(x) + logGammaRatio(b, a) - logGammaOnePlus(a) + std::log1p(a * sum);
  return {std::exp(logLower), -std::expm1(logLower)};
}

/// a − (a + b) x = (a + b) y − b, from the smaller of x and y: 1 minus it is rounded, and (a + b) times that
/// rounding would be left.
double excess(double a, double b, double x, double y) {
  return x < y ? a - (a + b) * x : (a + b) * y - b;
}

/// B(a, b) I_x(a, b)/(x^a y^b), for x < (a + 1)/(a + b + 2): 1/(β₁ + α₂/(β₂ + …)).
double betaFraction(double a, double b, double x, double y) {
  constexpr double tiny = 1e-300;
  const auto bounded = [](double value) { return std::abs(value) < tiny ? tiny : value; };
  const double start = excess(a, b, x, y) + 1;
  double denominator = bounded(a / (a + 1) * start);
  double c = 1 / tiny;
  double d = 1 / denominator;
  double fraction = d;
  for (double n = 1;; ++n) {
    const double ratio = 1 / (a + 2 * n - 1);
    const double down = n * (b - n) * x;
    const double alpha = (a + n - 1) * ratio * ((a + b + n - 1) * ratio) * down * x;
    const double beta = n + down * ratio + (a + n) / (a + 2 * n + 1) * (start + n * (1 + y));
    d = 1 / bounded(beta + alpha * d);
    c = bounded(beta + alpha / c);
    const double factor = d * c;
    fraction *= factor;
    if (!(std::abs(factor - 1) > betaEpsilon))
      return fraction;
  }
}

Tails tailsOfSmallerSide(double a, double b, double x, double y) {
  if (a < 1 && b * x <= 2)
    return tailsOfSmallFirst(a, b, x);
  // x^a y^b/B(a, b) = a b/(a + b) times the binomial term
  const double term = std::exp(logBinomialTerm(a, b, x, y)) * (a * (b / (a + b)));
  return fromLower(std::fmin(1, term * betaFraction(a, b, x, y)));
}

} // namespace

double logBinomialTerm(double a, double b, double x, double y) {
  if (a == 0 || b == 0) { // a ln x + b ln y, where 0 ln 0 = 0
    const double power = a + b;
    const double base = a == 0 ? y : x;
    const double other = a == 0 ? x : y;
    if (power == 0)
      return 0;
    return power * (base > 0.5 ? std::log1p(-other) : std::log(base));
  }
  if (x == 0 || y == 0)
    return -std::numeric_limits<double>::infinity();
  const double n = a + b;
  const double difference = excess(a, b, x, y);
  return stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x, difference) -
         deviance(b, n * y, -difference) - halfLogTwoPi + 0.5 * (std::log(n) - std::log(a) - std::log(b));
}

Tails incompleteBeta(double a, double b, double x, double y) {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0 && x <= 1 && y <= 1))
    return {};
  if (x == 0)
    return {0, 1};
  if (y == 0)
    return {1, 0};
  if (x < (a + 1) / (a + b + 2))
    return tailsOfSmallerSide(a, b, x, y);
  return swapped(tailsOfSmallerSide(b, a, y, x));
}

} // namespace eigenboard::numerics
