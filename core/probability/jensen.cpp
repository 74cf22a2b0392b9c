#include "core/probability/jensen.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::probability {

double bentValue(Bend g, double x) {
  switch (g) {
  case Bend::Square:
    return x * x;
  case Bend::Exponential:
    return std::exp(x / 2);
  case Bend::Absolute:
    return std::abs(x);
  case Bend::Rectifier:
    return std::max(0.0, x);
  case Bend::Softplus:
    return std::max(0.0, x) + std::log1p(std::exp(-std::abs(x)));
  case Bend::Logarithm:
    break;
  }
  return std::log(x + 5);
}

double bentSlope(Bend g, double x) {
  switch (g) {
  case Bend::Square:
    return 2 * x;
  case Bend::Exponential:
    return std::exp(x / 2) / 2;
  case Bend::Absolute:
    return x > 0 ? 1 : x < 0 ? -1 : 0;
  case Bend::Rectifier:
    return x > 0 ? 1 : x < 0 ? 0 : 0.5;
  case Bend::Softplus:
    return 1 / (1 + std::exp(-x));
  case Bend::Logarithm:
    break;
  }
  return 1 / (x + 5);
}

JensenGap jensenGap(const FiniteLaw& law, Bend g) {
  return {expectation(law, [g](double x) { return bentValue(g, x); }),
          bentValue(g, expectation(law, [](double x) { return x; }))};
}

} // namespace eigenboard::probability
