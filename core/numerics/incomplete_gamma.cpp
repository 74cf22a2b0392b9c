#include "core/numerics/incomplete_gamma.h"

#include "core/numerics/gamma_function.h"

#include <cmath>
#include <limits>

namespace eigenboard::numerics {

namespace {

constexpr double gammaEpsilon = std::numeric_limits<double>::epsilon();

/// Σ x^n/((a + 1) … (a + n)) from n = 0, for x < a + 1.
double risingSeries(double a, double x) {
  double term = 1;
  double sum = 1;
  for (double n = 1; term > 0.25 * gammaEpsilon * sum; ++n) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/// For a < 1, x < 1.5, where P or Q may be as near to 1 as a is to 0: ln P = a ln x − ln Γ(1 + a) + ln (1 +
/// …).
Tails tailsOfSmallShape(double a, double x) {
  double term = 1;
  double sum = 0;
  for (double n = 1; std::abs(term) > 0.01 * gammaEpsilon; ++n) {
    term *= -x / n;
    sum += term / (a + n);
  }
  const double logLower = a * std::log(x) - logGammaOnePlus(a) + std::log1p(a * sum);
  return {std::exp(logLower), -std::expm1(logLower)};
}

/// Γ(a, x) e^x x^−a, for x ≥ a + 1 or a < 1 ≤ x.
double upperFraction(double a, double x) {
  constexpr double tiny = 1e-300;
  double b = x + 1 - a;
  double c = 1 / tiny;
  double d = 1 / b;
  double fraction = d;
  for (double n = 1;; ++n) {
    const double numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    c = b + numerator / c;
    c = std::abs(c) < tiny ? tiny : c;
    const double factor = c * d;
    fraction *= factor;
    if (!(std::abs(factor - 1) > gammaEpsilon))
      return fraction;
  }
}

} // namespace

double deviance(double x, double m) {
  return deviance(x, m, x - m);
}

double deviance(double x, double m, double difference) {
  if (x == 0)
    return m;
  const double v = difference / (x + m);
  if (!(std::abs(v) < 1.0 / 3)) // x/m may overflow
    return x * (std::log(x) - std::log(m)) - difference;
  // ln (x/m) = 2 artanh v = 2 (v + v³/3 + v⁵/5 + …), and 2 x v − (x − m) = (x − m) v.
  const double square = v * v;
  double power = 2 * x * v;
  double sum = difference * v;
  for (double k = 3;; k += 2) {
    power *= square;
    const double next = sum + power / k;
    if (!(next != sum))
      return sum;
    sum = next;
  }
}

double logPoissonTerm(double a, double x) {
  if (a == 0)
    return -x;
  if (x == 0 || std::isinf(x))
    return -std::numeric_limits<double>::infinity();
  if (a < 1)
    return a * std::log(x) - x - logGammaOnePlus(a);
  return -stirlingError(a) - deviance(a, x) - halfLogTwoPi - 0.5 * std::log(a);
}

Tails incompleteGamma(double a, double x) {
  if (!(a > 0 && x >= 0))
    return {};
  if (x == 0)
    return {0, 1};
  if (std::isinf(x))
    return {1, 0};
  if (std::isinf(a))
    return {0, 1};
  if (a < 1 && x < 1.5)
    return tailsOfSmallShape(a, x);
  const double term = std::exp(logPoissonTerm(a, x));
  if (x < a + 1)
    return fromLower(std::fmin(1, term * risingSeries(a, x)));
  return fromUpper(std::fmin(1, term * a * upperFraction(a, x)));
}

} // namespace eigenboard::numerics
