#include "core/probability/transformation.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::probability {

namespace {

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

/// E e^X, the moment generating function at 1.
Quantity meanOfExponential(const Distribution& law) {
  const auto [first, second, third] = law.parameters;
  switch (law.family) {
  case Family::Normal:
    return numberOf(std::exp(first + second * second / 2));
  case Family::Uniform: // e^a (e^w − 1)/w with the width w
    return numberOf(std::exp(first) * std::expm1(second - first) / (second - first));
  case Family::Exponential:
    return first > 1 ? numberOf(first / (first - 1)) : infiniteQuantity();
  case Family::Geometric: {
    const double again = (1 - first) * std::numbers::e;
    return again < 1 ? numberOf(first * std::numbers::e / (1 - again)) : infiniteQuantity();
  }
  default:
    return infiniteQuantity();
  }
}

/// E ln X of a law on the positive numbers.
Quantity meanOfLogarithm(const Distribution& law) {
  const double first = law.parameters[0];
  if (law.family == Family::Exponential)
    return numberOf(-std::log(first) - std::numbers::egamma);
  if (law.family == Family::Uniform && first > 0) {
    const double last = law.parameters[1];
    return numberOf((last * std::log(last) - first * std::log(first)) / (last - first) - 1);
  }
  if (law.family == Family::Geometric) {
    double sum = 0;
    for (double k = 2; k <= upperQuantile(law, 1e-20); ++k)
      sum += density(law, k) * std::log(k);
    return numberOf(sum);
  }
  return {};
}

Quantity meanOfAbsolute(const Distribution& law) {
  const auto [first, second, third] = law.parameters;
  switch (law.family) {
  case Family::Normal: { // the folded normal law
    const double z = first / second;
    return numberOf(second * std::sqrt(2 / std::numbers::pi) * std::exp(-z * z / 2) +
                    first * std::erf(z / std::numbers::sqrt2));
  }
  case Family::Uniform:
    if (first < 0 && second > 0)
      return numberOf((first * first + second * second) / (2 * (second - first)));
    return numberOf(std::abs(first + second) / 2);
  case Family::Cauchy:
    return infiniteQuantity();
  default:
    return moments(law).mean;
  }
}

Quantity meanOfSquare(const Distribution& law) {
  if (law.family == Family::Cauchy)
    return infiniteQuantity();
  const Moments m = moments(law);
  return numberOf(m.variance.value + m.mean.value * m.mean.value);
}

bool isKnown(Family family) {
  return family == Family::Uniform || family == Family::Exponential || family == Family::Normal ||
         family == Family::Cauchy || family == Family::Geometric;
}

} // namespace

double mapped(const Transformation& g, const Distribution& law, double x) {
  switch (g.map) {
  case Map::Affine:
    return g.factor * x + g.shift;
  case Map::Square:
    return x * x;
  case Map::Absolute:
    return std::abs(x);
  case Map::Exponential:
    return std::exp(x);
  case Map::Logarithm:
    return x > 0 ? std::log(x) : noValue;
  case Map::OwnFunction:
    break;
  }
  return cumulative(law, x);
}

double stretchAt(const Transformation& g, const Distribution& law, double x) {
  switch (g.map) {
  case Map::Affine:
    return std::abs(g.factor);
  case Map::Square:
    return 2 * std::abs(x);
  case Map::Absolute:
    return x == 0 ? noValue : 1;
  case Map::Exponential:
    return std::exp(x);
  case Map::Logarithm:
    return x > 0 ? 1 / x : noValue;
  case Map::OwnFunction:
    break;
  }
  return density(law, x);
}

std::vector<double> preimages(const Transformation& g, const Distribution& law, double y) {
  const auto bothSigns = [](double x) {
    return x == 0 ? std::vector<double>{0} : x > 0 ? std::vector<double>{-x, x} : std::vector<double>{};
  };
  if (std::isnan(y))
    return {};
  switch (g.map) {
  case Map::Affine:
    return g.factor != 0 ? std::vector<double>{(y - g.shift) / g.factor} : std::vector<double>{};
  case Map::Square:
    return y >= 0 ? bothSigns(std::sqrt(y)) : std::vector<double>{};
  case Map::Absolute:
    return bothSigns(y);
  case Map::Exponential:
    return y > 0 ? std::vector<double>{std::log(y)} : std::vector<double>{};
  case Map::Logarithm:
    return {std::exp(y)};
  case Map::OwnFunction:
    break;
  }
  return y > 0 && y < 1 ? std::vector<double>{quantile(law, y)} : std::vector<double>{};
}

double densityOfMapped(const Transformation& g, const Distribution& law, double y) {
  if (std::isnan(y))
    return noValue;
  const bool isDiscrete = describe(law.family).isDiscrete;
  if (g.map == Map::Affine && g.factor == 0)
    return y != g.shift ? 0 : isDiscrete ? 1 : std::numeric_limits<double>::infinity();
  if (g.map == Map::Absolute && y == 0 && !isDiscrete) {
    // The two sides meet, and a law that begins at 0 has one only.
    constexpr double beside = std::numeric_limits<double>::min();
    return density(law, -beside) + density(law, beside);
  }
  double sum = 0;
  for (const double x : preimages(g, law, y)) {
    if (isDiscrete) {
      // Back and forth between x and y the whole number is met but for rounding.
      const double k = std::round(x);
      sum += std::abs(k - x) <= 1e-9 * (1 + std::abs(x)) ? density(law, k) : 0;
      continue;
    }
    const double height = density(law, x);
    if (height > 0)
      sum += height / stretchAt(g, law, x);
  }
  return sum;
}

Quantity meanOfMapped(const Transformation& g, const Distribution& law) {
  if (!isKnown(law.family) || !isPossible(law))
    return {};
  switch (g.map) {
  case Map::Affine: {
    const Quantity mean = moments(law).mean;
    return g.factor == 0     ? numberOf(g.shift)
           : mean.isNumber() ? numberOf(g.factor * mean.value + g.shift)
                             : mean;
  }
  case Map::Square:
    return meanOfSquare(law);
  case Map::Absolute:
    return meanOfAbsolute(law);
  case Map::Exponential:
    return meanOfExponential(law);
  case Map::Logarithm:
    return meanOfLogarithm(law);
  case Map::OwnFunction:
    break;
  }
  if (law.family != Family::Geometric)
    return numberOf(0.5);
  // E (1 − q^X) = 1 − Σ p q^(k−1) q^k = 1 − p q/(1 − q²), and p = 1 − q.
  const double q = 1 - law.parameters[0];
  return numberOf(1 - q / (1 + q));
}

} // namespace eigenboard::probability
