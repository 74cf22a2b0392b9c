#include "core/algebra/python_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace eigenboard::algebra {

namespace {

/// How tightly what is written holds together.
enum class Binding : std::uint8_t { Sum, Product, Power, Atom };

struct PythonPiece {
  std::string text;
  Binding binding = Binding::Atom;
  std::optional<double> constant = {};
};

PythonPiece numberPiece(double value) {
  if (std::isnan(value))
    return {"float(\"nan\")", Binding::Atom, value};
  if (std::isinf(value))
    return {value > 0 ? "float(\"inf\")" : "-float(\"inf\")", value > 0 ? Binding::Atom : Binding::Sum,
            value};
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {std::string(digits.data(), end), std::signbit(value) ? Binding::Sum : Binding::Atom, value};
}

std::string bracketedBelow(const PythonPiece& operand, Binding least) {
  return operand.binding < least ? "(" + operand.text + ")" : operand.text;
}

std::string_view pythonName(Operation operation) {
  switch (operation) {
  case Operation::SquareRoot:
    return "sqrt";
  case Operation::Exponential:
    return "exp";
  case Operation::Logarithm:
    return "log";
  case Operation::Logarithm2:
    return "log2";
  case Operation::Logarithm10:
    return "log10";
  case Operation::Sine:
    return "sin";
  case Operation::Cosine:
    return "cos";
  case Operation::Tangent:
    return "tan";
  case Operation::ArcSine:
    return "asin";
  case Operation::ArcCosine:
    return "acos";
  case Operation::ArcTangent:
    return "atan";
  case Operation::HyperbolicSine:
    return "sinh";
  case Operation::HyperbolicCosine:
    return "cosh";
  case Operation::HyperbolicTangent:
    return "tanh";
  case Operation::Absolute:
    return "abs";
  case Operation::Minimum:
    return "min";
  case Operation::Maximum:
    return "max";
  default:
    return {};
  }
}

PythonPiece pieceOf(Operation operation, const PythonPiece& a, const PythonPiece& b) {
  const bool takesTwo = argumentCount(operation) == 2;
  if (a.constant && (!takesTwo || b.constant))
    return numberPiece(applyOperation(operation, *a.constant, takesTwo ? *b.constant : 0));
  switch (operation) {
  case Operation::Negate:
    return {"-" + bracketedBelow(a, Binding::Product), Binding::Sum};
  case Operation::Add:
    return {bracketedBelow(a, Binding::Sum) + " + " + bracketedBelow(b, Binding::Product), Binding::Sum};
  case Operation::Subtract:
    return {bracketedBelow(a, Binding::Sum) + " - " + bracketedBelow(b, Binding::Product), Binding::Sum};
  case Operation::Multiply:
    return {bracketedBelow(a, Binding::Product) + " * " + bracketedBelow(b, Binding::Power),
            Binding::Product};
  case Operation::Divide:
    return {bracketedBelow(a, Binding::Product) + " / " + bracketedBelow(b, Binding::Power),
            Binding::Product};
  case Operation::Power:
    return {bracketedBelow(a, Binding::Atom) + "**" + bracketedBelow(b, Binding::Atom), Binding::Power};
  default:
    break;
  }
  const std::string arguments = takesTwo ? a.text + ", " + b.text : a.text;
  return {std::string(pythonName(operation)) + "(" + arguments + ")", Binding::Atom};
}

} // namespace

std::string pythonText(const Expression& expression, const std::vector<std::string>& variables) {
  std::vector<PythonPiece> stack;
  for (const Instruction& instruction : expression.program) {
    if (instruction.operation == Operation::Number) {
      stack.push_back(numberPiece(instruction.number));
    } else if (instruction.operation == Operation::Variable) {
      if (static_cast<std::size_t>(instruction.variable) >= variables.size())
        return numberPiece(std::nan("")).text;
      stack.push_back({variables[static_cast<std::size_t>(instruction.variable)]});
    } else {
      PythonPiece second;
      if (argumentCount(instruction.operation) == 2) {
        second = std::move(stack.back());
        stack.pop_back();
      }
      stack.back() = pieceOf(instruction.operation, stack.back(), second);
    }
  }
  return stack.empty() ? numberPiece(std::nan("")).text : stack.back().text;
}

} // namespace eigenboard::algebra
