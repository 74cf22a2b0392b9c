#include "core/algebra/expression_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace eigenboard::algebra {

namespace {

/// How strongly the parts of a text hold together; a weaker part within a stronger one needs brackets.
enum class Bond : std::uint8_t { Sum, Sign, Product, Power, Atom };

struct Phrase {
  std::string text;
  Bond bond = Bond::Atom;
};

std::string shortest(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

/// The shorter of a number and that number rounded.
std::string roundedText(double number, int decimals) {
  const double scale = std::pow(10, decimals);
  const double rounded = std::round(number * scale) / scale;
  const std::string whole = shortest(number);
  const std::string cut = std::isfinite(rounded) && rounded != 0 ? shortest(rounded) : whole;
  return cut.size() < whole.size() ? cut : whole;
}

std::string nameOfFunction(Operation operation) {
  switch (operation) {
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
    return "arcsin";
  case Operation::ArcCosine:
    return "arccos";
  case Operation::ArcTangent:
    return "arctan";
  case Operation::HyperbolicSine:
    return "sinh";
  case Operation::HyperbolicCosine:
    return "cosh";
  case Operation::HyperbolicTangent:
    return "tanh";
  case Operation::Minimum:
    return "min";
  case Operation::Maximum:
    return "max";
  default:
    return "sqrt";
  }
}

/// What a language writes for numbers, variables and operations.
class Writer {
 public:
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  std::string write(const Expression& expression, const std::vector<std::string>& variables) const {
    std::vector<Phrase> stack;
    for (const Instruction& instruction : expression.program) {
      if (instruction.operation == Operation::Number) {
        stack.push_back(number(instruction.number));
      } else if (instruction.operation == Operation::Variable) {
        const auto place = static_cast<std::size_t>(instruction.variable);
        stack.push_back({place < variables.size() ? variables[place] : std::string("?")});
      } else {
        const bool takesTwo = argumentCount(instruction.operation) == 2;
        const Phrase second = takesTwo ? stack.back() : Phrase{};
        if (takesTwo)
          stack.pop_back();
        stack.back() = operation(instruction.operation, stack.back(), second);
      }
    }
    return stack.empty() ? std::string() : stack.back().text;
  }

 protected:
  virtual Phrase number(double value) const = 0;
  virtual Phrase operation(Operation operation, const Phrase& a, const Phrase& b) const = 0;
  virtual std::string inBrackets(const std::string& text) const = 0;

  /// The text, in brackets when it does not hold together at least so strongly.
  std::string atLeast(const Phrase& phrase, Bond bond) const {
    return phrase.bond < bond ? inBrackets(phrase.text) : phrase.text;
  }
  /// second: how strongly b holds together without brackets.
  Phrase sum(const Phrase& a, const Phrase& b, const char* sign, Bond second) const {
    return {a.text + sign + atLeast(b, second), Bond::Sum};
  }
};

class TexWriter final : public Writer {
 public:
  explicit TexWriter(int decimals) : decimals_(decimals) {}

 protected:
  Phrase number(double value) const override {
    if (value == std::numbers::pi)
      return {"\\pi"};
    if (value == std::numbers::e)
      return {"e"};
    const std::string text = roundedText(value, decimals_);
    const std::size_t mark = text.find('e');
    if (mark == std::string::npos)
      return {text, value < 0 ? Bond::Sign : Bond::Atom};
    const std::string power = "10^{" + std::to_string(std::stoi(text.substr(mark + 1))) + "}";
    return text.substr(0, mark) == "1" ? Phrase{power, Bond::Power}
                                       : Phrase{text.substr(0, mark) + " \\cdot " + power, Bond::Product};
  }

  Phrase operation(Operation operation, const Phrase& a, const Phrase& b) const override {
    switch (operation) {
    case Operation::Negate:
      return {"-" + atLeast(a, Bond::Product), Bond::Sign};
    case Operation::Add:
      // A sign after a sign reads badly.
      return sum(a, b, " + ", b.bond == Bond::Sum ? Bond::Sum : Bond::Product);
    case Operation::Subtract:
      return sum(a, b, " - ", Bond::Product);
    case Operation::Multiply:
      return product(a, b);
    case Operation::Divide:
      return {"\\frac{" + a.text + "}{" + b.text + "}", Bond::Product};
    case Operation::Power:
      return {atLeast(a, Bond::Atom) + "^{" + b.text + "}", Bond::Power};
    case Operation::SquareRoot:
      return {"\\sqrt{" + a.text + "}"};
    case Operation::Exponential:
      return {"e^{" + a.text + "}", Bond::Power};
    case Operation::Absolute:
      return {"\\left|" + a.text + "\\right|"};
    case Operation::Logarithm:
      return called("\\ln", a.text);
    case Operation::Logarithm2:
      return called("\\log_{2}", a.text);
    case Operation::Logarithm10:
      return called("\\log_{10}", a.text);
    case Operation::Minimum:
    case Operation::Maximum:
      return called("\\" + nameOfFunction(operation), a.text + ", " + b.text);
    default:
      return called("\\" + nameOfFunction(operation), a.text);
    }
  }

  std::string inBrackets(const std::string& text) const override { return "\\left(" + text + "\\right)"; }

 private:
  Phrase called(const std::string& function, const std::string& arguments) const {
    // A function and its brackets are a product to the eye: squared, they need brackets round them.
    return {function + inBrackets(arguments), Bond::Power};
  }
  Phrase product(const Phrase& a, const Phrase& b) const {
    const std::string left = atLeast(a, Bond::Product);
    const std::string right = atLeast(b, Bond::Product);
    const auto isNumber = [](char sign) { return (sign >= '0' && sign <= '9') || sign == '.'; };
    const bool needsSign =
        isNumber(right.front()) || right.starts_with("\\frac") || right.starts_with("\\left(");
    return {left + (needsSign ? " \\cdot " : isNumber(left.back()) ? " " : "\\,") + right, Bond::Product};
  }

  int decimals_;
};

class PythonWriter final : public Writer {
 public:
  explicit PythonWriter(std::string absolute) : absolute_(std::move(absolute)) {}

 protected:
  Phrase number(double value) const override {
    if (value == std::numbers::pi)
      return {"np.pi"};
    if (value == std::numbers::e)
      return {"np.e"};
    const std::string text = shortest(value);
    const bool isFloat = text.find_first_of(".e") != std::string::npos;
    return {isFloat ? text : text + ".0", value < 0 ? Bond::Sign : Bond::Atom};
  }

  Phrase operation(Operation operation, const Phrase& a, const Phrase& b) const override {
    switch (operation) {
    case Operation::Negate:
      return {"-" + atLeast(a, Bond::Product), Bond::Sign};
    case Operation::Add:
      // Brackets decide what is added first, and with it how the sum is rounded.
      return sum(a, b, " + ", Bond::Product);
    case Operation::Subtract:
      return sum(a, b, " - ", Bond::Product);
    case Operation::Multiply:
      return {atLeast(a, Bond::Product) + " * " + atLeast(b, Bond::Power), Bond::Product};
    case Operation::Divide:
      return {"np.divide(" + a.text + ", " + b.text + ")"};
    case Operation::Power:
      return {"np.power(" + a.text + ", " + b.text + ")"};
    case Operation::Absolute:
      return {absolute_ + "(" + a.text + ")"};
    case Operation::Minimum:
    case Operation::Maximum:
      return {"np." + nameOfFunction(operation) + "imum(" + a.text + ", " + b.text + ")"};
    default:
      return {"np." + nameOfFunction(operation) + "(" + a.text + ")"};
    }
  }

  std::string inBrackets(const std::string& text) const override { return "(" + text + ")"; }

 private:
  std::string absolute_;
};

} // namespace

std::string toTex(const Expression& expression, const std::vector<std::string>& variables, int decimals) {
  return TexWriter(decimals).write(expression, variables);
}

std::string toPython(const Expression& expression, const std::vector<std::string>& variables,
                     const std::string& absolute) {
  const std::string text = PythonWriter(absolute).write(expression, variables);
  return text.empty() ? "np.nan" : text;
}

} // namespace eigenboard::algebra
