#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace eigenboard::algebra {

enum class Operation : std::uint8_t {
  Number,
  Variable,
  Negate,
  Add,
  Subtract,
  Multiply,
  Divide,
  Power,
  SquareRoot,
  Exponential,
  Logarithm, ///< natural
  Logarithm2,
  Logarithm10,
  Sine,
  Cosine,
  Tangent,
  ArcSine,
  ArcCosine,
  ArcTangent,
  HyperbolicSine,
  HyperbolicCosine,
  HyperbolicTangent,
  Absolute,
  Minimum,
  Maximum,
};

/// How many values an operation takes from the stack; it leaves one.
int argumentCount(Operation operation);

/// The value of one operation on the real numbers a and b (b is read where it takes two): NaN where it is not
/// defined there. Number and Variable give a.
double applyOperation(Operation operation, double a, double b);

struct Instruction {
  Operation operation = Operation::Number;
  int variable = 0;  ///< of Variable: its place in the list of variables
  double number = 0; ///< of Number
};

/// A real function of some variables, as instructions for a stack, operands first. Only parseExpression makes
/// one that is not empty; it is then well formed.
struct Expression {
  std::vector<Instruction> program;
  int stackDepth = 0; ///< the most values that stand on the stack at a time
};

/// The value at a point, one number a variable in the order given to the parser; NaN where the expression is
/// not defined in the real numbers, where it is empty, or where values are missing. Infinite where it
/// overflows or divides by zero. Cost: linear in the program; no allocation after the first call in a thread.
double evaluate(const Expression& expression, std::span<const double> values);

enum class Standing : std::uint8_t {
  Defined,
  Undefined, ///< not a real number: log(−1), 1/0
  Unsure,    ///< rounding or overflow hides which: a divisor that may be zero, e^1000
};

/// A computed value and how far the true one may be from it: |value − true value| ≤ error to first order.
struct BoundedValue {
  double value = 0;
  double error = 0;
  Standing standing = Standing::Defined;
};

/// The value with a running error bound (Higham, Accuracy and Stability of Numerical Algorithms, section
/// 3.3): each operation adds its own rounding, two units of the last place for a function of the standard
/// library, and passes on the errors of its operands by its derivative. The variables
/// are taken as exact, and so are whole numbers.
BoundedValue evaluateWithError(const Expression& expression, std::span<const double> values);

/// What is wrong with a text that is no expression.
enum class ExpressionFault : std::uint8_t {
  None,
  Empty,
  TooLong,
  TooDeep,
  UnknownName,      ///< detail: the name
  UnknownSign,      ///< detail: the sign
  MissingOperand,   ///< detail: what stands where a number, variable or bracket should; empty: the end
  UnclosedBracket,  ///< detail: the bracket
  UnopenedBracket,  ///< detail: the bracket
  NeedsBrackets,    ///< detail: a function whose argument is not in brackets
  WrongCount,       ///< detail: a function that was given too many or too few arguments
  StrayComma,       ///< a comma outside the brackets of min and max, as in 0,5
  AmbiguousProduct, ///< 1/2x: a product without its sign after a division
  BadNumber,        ///< detail: 1.2.3, or a number too large for a double
  Equation,         ///< an equals sign
};

struct ParsedExpression {
  Expression expression;
  ExpressionFault fault = ExpressionFault::None;
  std::size_t position = 0; ///< of the fault, in bytes of the text
  std::string detail;
  bool ok() const { return fault == ExpressionFault::None; }
};

/// Longest text in bytes, and deepest nesting of brackets, powers and signs, that are read.
inline constexpr std::size_t longestExpression = 1000;
inline constexpr int deepestExpression = 60;

/// Reads an expression in UTF-8: numbers (2, 0.5, .5, 2e-3), variables, π and e, + − * / ^ with their usual
/// precedence (^ from the right, −x^2 is −(x^2)), the signs − · × ÷ √ and raised digits (x²), round, square
/// and curly brackets, the functions of expression_names.h with their argument in brackets, and products
/// without a sign (2x, 2(x+1), x sin(x)), which bind like *. A name that is not known is read as a product
/// of known ones where that is possible (xy). A variable hides a constant of its name; "2e3" is a number
/// even then. Cost: linear, 1 µs for 10 bytes.
ParsedExpression parseExpression(const std::string& text, const std::vector<std::string>& variables);

} // namespace eigenboard::algebra
