#include "core/calculus/operation_derivatives.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::calculus {

using algebra::Operation;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

OperationDerivatives power(double value, double a, double b) {
  OperationDerivatives f{value, none, none, none, none, none};
  const double slope = b == 0 ? 0 : std::pow(a, b - 1);
  f.a = b * slope;
  f.aa = b == 0 || b == 1 ? 0 : b * (b - 1) * std::pow(a, b - 2);
  // As a function of the exponent it is defined around b only where a > 0, or where a = 0 and b > 0: there
  // it is 0, and so are its slopes.
  if (a > 0) {
    const double logarithm = std::log(a);
    f.b = value * logarithm;
    f.bb = f.b * logarithm;
    f.ab = std::pow(a, b - 1) * (1 + b * logarithm);
  } else if (a == 0 && b > 0) {
    f.b = f.bb = 0;
    f.ab = b > 1 ? 0 : none;
  }
  return f;
}

OperationDerivatives logarithm(double value, double a, double perUnit) {
  a += 0.0; // −0 becomes 0, so that the slope at the edge of the domain is +∞
  const double slope = perUnit / a;
  return {value, slope, 0, -slope / a};
}

/// f, f′ and f″ of sin, cos and tan and of the hyperbolic functions.
OperationDerivatives circular(Operation operation, double value, double a) {
  switch (operation) {
  case Operation::Sine:
    return {value, std::cos(a), 0, -value};
  case Operation::Cosine:
    return {value, -std::sin(a), 0, -value};
  case Operation::Tangent: {
    const double slope = 1 + value * value;
    return {value, slope, 0, 2 * value * slope};
  }
  case Operation::HyperbolicSine:
    return {value, std::cosh(a), 0, value};
  case Operation::HyperbolicCosine:
    return {value, std::sinh(a), 0, value};
  default: { // tanh; 1 − tanh² would lose every digit far from 0
    const double secant = 1 / std::cosh(a);
    const double slope = secant * secant;
    return {value, slope, 0, -2 * value * slope};
  }
  }
}

OperationDerivatives arc(Operation operation, double value, double a) {
  if (operation == Operation::ArcTangent) {
    const double slope = 1 / (1 + a * a);
    return {value, slope, 0, -2 * (a * slope) * slope};
  }
  const double rest = (1 - a) * (1 + a);
  const double slope = (operation == Operation::ArcSine ? 1 : -1) / std::sqrt(rest);
  return {value, slope, 0, a * slope / rest};
}

OperationDerivatives chosen(double value, double a, double b) {
  if (a == b)
    return {value, none, none, none, none, none};
  return {value, value == a ? 1.0 : 0.0, value == a ? 0.0 : 1.0};
}

} // namespace

OperationDerivatives operationDerivatives(Operation operation, double a, double b) {
  const double value = algebra::applyOperation(operation, a, b);
  if (std::isnan(value))
    return {none, none, none, none, none, none};
  switch (operation) {
  case Operation::Number:
  case Operation::Variable:
    return {value, 1};
  case Operation::Negate:
    return {value, -1};
  case Operation::Add:
    return {value, 1, 1};
  case Operation::Subtract:
    return {value, 1, -1};
  case Operation::Multiply:
    return {value, b, a, 0, 1, 0};
  case Operation::Divide:
    return {value, 1 / b, -value / b, 0, -1 / b / b, 2 * (value / b) / b};
  case Operation::Power:
    return power(value, a, b);
  case Operation::SquareRoot: {
    const double slope = 0.5 / (value + 0.0); // +∞ also at −0
    return {value, slope, 0, -slope / (a + 0.0) / 2};
  }
  case Operation::Exponential:
    return {value, value, 0, value};
  case Operation::Logarithm:
    return logarithm(value, a, 1);
  case Operation::Logarithm2:
    return logarithm(value, a, std::numbers::log2e);
  case Operation::Logarithm10:
    return logarithm(value, a, std::numbers::log10e);
  case Operation::Sine:
  case Operation::Cosine:
  case Operation::Tangent:
  case Operation::HyperbolicSine:
  case Operation::HyperbolicCosine:
  case Operation::HyperbolicTangent:
    return circular(operation, value, a);
  case Operation::ArcSine:
  case Operation::ArcCosine:
  case Operation::ArcTangent:
    return arc(operation, value, a);
  case Operation::Absolute:
    return {value, a == 0 ? none : std::copysign(1.0, a), 0, a == 0 ? none : 0};
  case Operation::Minimum:
  case Operation::Maximum:
    return chosen(value, a, b);
  }
  return {none, none, none, none, none, none};
}

} // namespace eigenboard::calculus
