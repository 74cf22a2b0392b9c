#include "core/algebra/expression.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::algebra {

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// One rounding of + − * / and sqrt is half of epsilon; the functions of the standard library are within two
/// units of the last place on the systems that the book runs on.
constexpr double functionRounding = 2 * epsilon;

BoundedValue unsure() {
  return {0, 0, Standing::Unsure};
}

BoundedValue notDefined() {
  return {0, 0, Standing::Undefined};
}

/// What a result below the normal numbers has lost of a true value that is not zero.
double underflow(double value, bool isZero) {
  return std::abs(value) < std::numeric_limits<double>::min() && !isZero
             ? std::numeric_limits<double>::denorm_min()
             : 0;
}

BoundedValue power(const BoundedValue& a, const BoundedValue& b) {
  const bool isWhole = std::nearbyint(b.value) == b.value;
  if (std::abs(a.value) <= a.error && a.error > 0 && !(isWhole && b.value > 0))
    return unsure(); // a base that may be zero, or of either sign
  if (a.value < 0 && !isWhole)
    return std::abs(b.value - std::nearbyint(b.value)) <= b.error ? unsure() : notDefined();
  if (a.value == 0 && b.value < 0)
    return notDefined();
  const double value = std::pow(a.value, b.value);
  double error = functionRounding * std::abs(value) + underflow(value, a.value == 0);
  if (a.error > 0)
    error += std::abs(b.value) * std::pow(std::abs(a.value) + a.error, b.value - 1) * a.error;
  if (b.error > 0 && a.value > 0)
    error += std::abs(value * std::log(a.value)) * b.error;
  return {value, error};
}

/// Of the inverse sine and cosine, whose slope is infinite at the ends of their domain.
BoundedValue arc(double value, const BoundedValue& a) {
  if (std::abs(a.value) > 1)
    return std::abs(a.value) - 1 <= a.error ? unsure() : notDefined();
  const double rest = 1 - a.value * a.value;
  const double slope = rest > a.error ? a.error / std::sqrt(rest) : std::sqrt(2 * a.error);
  return {value, slope + functionRounding * std::abs(value)};
}

BoundedValue squareRoot(const BoundedValue& a) {
  if (a.value < 0)
    return -a.value <= a.error ? BoundedValue{0, std::sqrt(a.error)} : notDefined();
  const double value = std::sqrt(a.value);
  const double passed = a.value > a.error ? a.error / (2 * value) : std::sqrt(a.error);
  return {value, passed + epsilon * value};
}

BoundedValue logarithm(double value, const BoundedValue& a, double perUnit) {
  if (a.value <= a.error)
    return a.value < -a.error || (a.error == 0 && a.value == 0) ? notDefined() : unsure();
  return {value, perUnit * a.error / a.value + functionRounding * std::abs(value)};
}

BoundedValue bounded(Operation operation, const BoundedValue& a, const BoundedValue& b) {
  const double value = applyOperation(operation, a.value, b.value);
  const double own = functionRounding * std::abs(value);
  switch (operation) {
  case Operation::Number:
  case Operation::Variable:
    return a;
  case Operation::Negate:
    return {value, a.error};
  case Operation::Absolute:
    return {value, a.error};
  case Operation::Minimum:
  case Operation::Maximum:
    return {value, std::max(a.error, b.error)};
  case Operation::Add:
  case Operation::Subtract:
    return {value, a.error + b.error + epsilon * std::abs(value)};
  case Operation::Multiply:
    return {value, std::abs(a.value) * b.error + std::abs(b.value) * a.error + a.error * b.error +
                       epsilon * std::abs(value) + underflow(value, a.value == 0 || b.value == 0)};
  case Operation::Divide:
    if (std::abs(b.value) <= b.error)
      return b.value == 0 && b.error == 0 ? notDefined() : unsure();
    return {value, (a.error + std::abs(value) * b.error) / (std::abs(b.value) - b.error) +
                       epsilon * std::abs(value) + underflow(value, a.value == 0)};
  case Operation::Power:
    return power(a, b);
  case Operation::SquareRoot:
    return squareRoot(a);
  case Operation::Exponential:
    return {value, std::abs(value) * std::expm1(a.error) + own + underflow(value, false)};
  case Operation::Logarithm:
    return logarithm(value, a, 1);
  case Operation::Logarithm2:
    return logarithm(value, a, 1 / std::log(2.0));
  case Operation::Logarithm10:
    return logarithm(value, a, 1 / std::log(10.0));
  case Operation::Sine:
  case Operation::Cosine:
    return {value, a.error + own};
  case Operation::Tangent:
    return {value, (1 + value * value) * a.error + own};
  case Operation::ArcSine:
  case Operation::ArcCosine:
    return arc(value, a);
  case Operation::ArcTangent:
  case Operation::HyperbolicTangent:
    return {value, a.error + own};
  case Operation::HyperbolicSine:
  case Operation::HyperbolicCosine:
    return {value, std::cosh(a.value) * a.error + own};
  }
  return notDefined();
}

BoundedValue checked(BoundedValue value) {
  if (value.standing == Standing::Defined && (!std::isfinite(value.value) || !std::isfinite(value.error)))
    return unsure();
  return value;
}

BoundedValue applied(Operation operation, const BoundedValue& a, const BoundedValue& b) {
  // What is not defined stays so, whatever else is unsure.
  if (a.standing == Standing::Undefined || b.standing == Standing::Undefined)
    return notDefined();
  if (a.standing == Standing::Unsure || b.standing == Standing::Unsure)
    return unsure();
  return checked(bounded(operation, a, b));
}

/// A number as written: a whole one is exact, another was rounded when it was read.
BoundedValue literal(double number) {
  return {number, std::nearbyint(number) == number ? 0 : epsilon * std::abs(number)};
}

/// Runs the program on a stack of its own kind of value.
template <typename Value, typename Given, typename Written, typename Apply>
Value run(const Expression& expression, std::span<const double> values, const Value& missing, Given given,
          Written written, Apply apply) {
  thread_local std::vector<Value> stack;
  stack.clear();
  stack.reserve(static_cast<std::size_t>(std::max(expression.stackDepth, 1)));
  for (const Instruction& instruction : expression.program) {
    if (instruction.operation == Operation::Number) {
      stack.push_back(written(instruction.number));
    } else if (instruction.operation == Operation::Variable) {
      const auto index = static_cast<std::size_t>(instruction.variable);
      if (index >= values.size())
        return missing;
      stack.push_back(given(values[index]));
    } else {
      Value second = given(0);
      if (argumentCount(instruction.operation) == 2) {
        second = stack.back();
        stack.pop_back();
      }
      stack.back() = apply(instruction.operation, stack.back(), second);
    }
  }
  return stack.empty() ? missing : stack.back();
}

} // namespace

double applyOperation(Operation operation, double a, double b) {
  switch (operation) {
  case Operation::Number:
  case Operation::Variable:
    return a;
  case Operation::Negate:
    return -a;
  case Operation::Add:
    return a + b;
  case Operation::Subtract:
    return a - b;
  case Operation::Multiply:
    return a * b;
  case Operation::Divide:
    return a / b;
  case Operation::Power:
    return std::pow(a, b);
  case Operation::SquareRoot:
    return std::sqrt(a);
  case Operation::Exponential:
    return std::exp(a);
  case Operation::Logarithm:
    return std::log(a);
  case Operation::Logarithm2:
    return std::log2(a);
  case Operation::Logarithm10:
    return std::log10(a);
  case Operation::Sine:
    return std::sin(a);
  case Operation::Cosine:
    return std::cos(a);
  case Operation::Tangent:
    return std::tan(a);
  case Operation::ArcSine:
    return std::asin(a);
  case Operation::ArcCosine:
    return std::acos(a);
  case Operation::ArcTangent:
    return std::atan(a);
  case Operation::HyperbolicSine:
    return std::sinh(a);
  case Operation::HyperbolicCosine:
    return std::cosh(a);
  case Operation::HyperbolicTangent:
    return std::tanh(a);
  case Operation::Absolute:
    return std::abs(a);
  // fmin and fmax would hide an operand that is not a number.
  case Operation::Minimum:
    return std::isnan(a) || std::isnan(b) ? undefined : std::min(a, b);
  case Operation::Maximum:
    return std::isnan(a) || std::isnan(b) ? undefined : std::max(a, b);
  }
  return undefined;
}

int argumentCount(Operation operation) {
  switch (operation) {
  case Operation::Number:
  case Operation::Variable:
    return 0;
  case Operation::Add:
  case Operation::Subtract:
  case Operation::Multiply:
  case Operation::Divide:
  case Operation::Power:
  case Operation::Minimum:
  case Operation::Maximum:
    return 2;
  default:
    return 1;
  }
}

double evaluate(const Expression& expression, std::span<const double> values) {
  const auto same = [](double number) { return number; };
  return run(expression, values, undefined, same, same, applyOperation);
}

BoundedValue evaluateWithError(const Expression& expression, std::span<const double> values) {
  return run(
      expression, values, notDefined(),
      [](double number) {
        return checked({number, 0});
      },
      literal, applied);
}

} // namespace eigenboard::algebra
