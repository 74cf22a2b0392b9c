#include "core/calculus/forward_mode.h"

#include "core/calculus/operation_derivatives.h"

#include <cmath>
#include <limits>
#include <vector>

namespace eigenboard::calculus {

using algebra::Operation;

namespace {

constexpr double undefinedNumber = std::numeric_limits<double>::quiet_NaN();

/// A number and its derivative; moves: whether it depends on a variable that moves. What does not move
/// contributes nothing, also where its slope is infinite or does not exist.
struct Dual {
  double value = 0;
  double derivative = 0;
  bool moves = false;
};

Dual applied(Operation operation, const Dual& a, const Dual& b) {
  const OperationDerivatives f = operationDerivatives(operation, a.value, b.value);
  Dual result{f.value, 0, a.moves || b.moves};
  if (a.moves)
    result.derivative += f.a * a.derivative;
  if (b.moves)
    result.derivative += f.b * b.derivative;
  return result;
}

/// A Taylor polynomial of degree two: value, (fx, fy), (fxx, fxy, fyy), which variables it depends on, and
/// which second derivatives are more than the 0 of a sum.
struct Taylor {
  double value = 0;
  double first[2] = {0, 0};
  double second[3] = {0, 0, 0};
  bool depends[2] = {false, false};
  bool curved[3] = {false, false, false};
};

/// The operations without curvature: their second derivatives are 0, but for NaN at a kink, and not to be
/// multiplied with an infinite slope of the operand.
bool isStraight(Operation operation) {
  return operation == Operation::Negate || operation == Operation::Add || operation == Operation::Subtract ||
         operation == Operation::Absolute || operation == Operation::Minimum ||
         operation == Operation::Maximum;
}

Taylor applied(Operation operation, const Taylor& a, const Taylor& b) {
  const OperationDerivatives f = operationDerivatives(operation, a.value, b.value);
  const bool isBent = !isStraight(operation);
  const bool isBentInFirst = isBent && operation != Operation::Multiply && operation != Operation::Divide;
  const bool isBentInSecond = isBent && operation != Operation::Multiply;
  Taylor result;
  result.value = f.value;
  for (int i = 0; i < 2; ++i) {
    result.depends[i] = a.depends[i] || b.depends[i];
    if (a.depends[i])
      result.first[i] += f.a * a.first[i];
    if (b.depends[i])
      result.first[i] += f.b * b.first[i];
  }
  for (int i = 0; i < 2; ++i)
    for (int j = i; j < 2; ++j) {
      const int k = i + j;
      const auto add = [&result, k](bool isThere, double first, double second, double third = 1) {
        if (!isThere)
          return;
        result.second[k] += first * second * third;
        result.curved[k] = true;
      };
      add(a.curved[k], f.a, a.second[k]);
      add(b.curved[k], f.b, b.second[k]);
      add((isBentInFirst || std::isnan(f.aa)) && a.depends[i] && a.depends[j], f.aa, a.first[i], a.first[j]);
      add((isBentInSecond || std::isnan(f.bb)) && b.depends[i] && b.depends[j], f.bb, b.first[i], b.first[j]);
      add(isBent && a.depends[i] && b.depends[j], f.ab, a.first[i], b.first[j]);
      add(isBent && b.depends[i] && a.depends[j], f.ab, b.first[i], a.first[j]);
    }
  return result;
}

/// Runs the program on a stack of its own kind of number; given: the number of a variable, or nothing.
template <typename Number, typename Given>
Number runForward(const algebra::Expression& expression, Given given) {
  std::vector<Number> stack;
  stack.reserve(static_cast<std::size_t>(expression.stackDepth) + 1);
  for (const algebra::Instruction& instruction : expression.program) {
    if (instruction.operation == Operation::Number) {
      Number number;
      number.value = instruction.number;
      stack.push_back(number);
    } else if (instruction.operation == Operation::Variable) {
      stack.push_back(given(static_cast<std::size_t>(instruction.variable)));
    } else {
      Number second;
      if (algebra::argumentCount(instruction.operation) == 2) {
        second = stack.back();
        stack.pop_back();
      }
      stack.back() = applied(instruction.operation, stack.back(), second);
    }
  }
  return stack.back();
}

bool namesOnly(const algebra::Expression& expression, std::size_t count) {
  for (const algebra::Instruction& instruction : expression.program)
    if (instruction.operation == Operation::Variable &&
        static_cast<std::size_t>(instruction.variable) >= count)
      return false;
  return !expression.program.empty();
}

} // namespace

DirectionalDerivative derivativeAlong(const algebra::Expression& expression, std::span<const double> values,
                                      std::span<const double> direction) {
  if (values.size() != direction.size() || !namesOnly(expression, values.size()))
    return {undefinedNumber, undefinedNumber};
  const Dual result = runForward<Dual>(expression, [&](std::size_t variable) {
    return Dual{values[variable], direction[variable], direction[variable] != 0};
  });
  return {result.value, std::isnan(result.value) ? undefinedNumber : result.derivative};
}

SecondOrder secondOrder(const algebra::Expression& expression, const Eigen::Vector2d& point) {
  const SecondOrder undefined{undefinedNumber, Eigen::Vector2d::Constant(undefinedNumber),
                              Eigen::Matrix2d::Constant(undefinedNumber)};
  if (!namesOnly(expression, 2))
    return undefined;
  const Taylor f = runForward<Taylor>(expression, [&](std::size_t variable) {
    Taylor number;
    number.value = point(static_cast<Eigen::Index>(variable));
    number.first[variable] = 1;
    number.depends[variable] = true;
    return number;
  });
  if (std::isnan(f.value))
    return undefined;
  return {f.value,
          {f.first[0], f.first[1]},
          Eigen::Matrix2d{{f.second[0], f.second[1]}, {f.second[1], f.second[2]}}};
}

} // namespace eigenboard::calculus
