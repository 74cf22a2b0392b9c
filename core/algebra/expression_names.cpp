#include "core/algebra/expression_names.h"

#include <array>
#include <numbers>
#include <utility>

namespace eigenboard::algebra {

namespace {

constexpr std::array<std::pair<std::string_view, Operation>, 22> functions = {{
    {"sqrt", Operation::SquareRoot},
    {"exp", Operation::Exponential},
    {"log", Operation::Logarithm},
    {"ln", Operation::Logarithm},
    {"log2", Operation::Logarithm2},
    {"log10", Operation::Logarithm10},
    {"sin", Operation::Sine},
    {"cos", Operation::Cosine},
    {"tan", Operation::Tangent},
    {"asin", Operation::ArcSine},
    {"acos", Operation::ArcCosine},
    {"atan", Operation::ArcTangent},
    {"arcsin", Operation::ArcSine},
    {"arccos", Operation::ArcCosine},
    {"arctan", Operation::ArcTangent},
    {"sinh", Operation::HyperbolicSine},
    {"cosh", Operation::HyperbolicCosine},
    {"tanh", Operation::HyperbolicTangent},
    {"abs", Operation::Absolute},
    {"min", Operation::Minimum},
    {"max", Operation::Maximum},
    {"√", Operation::SquareRoot},
}};

constexpr std::array<std::pair<std::string_view, double>, 3> constants = {{
    {"pi", std::numbers::pi},
    {"π", std::numbers::pi},
    {"e", std::numbers::e},
}};

} // namespace

std::optional<Operation> functionNamed(std::string_view name) {
  for (const auto& [known, operation] : functions)
    if (known == name)
      return operation;
  return std::nullopt;
}

std::optional<double> constantNamed(std::string_view name) {
  for (const auto& [known, value] : constants)
    if (known == name)
      return value;
  return std::nullopt;
}

std::vector<std::string> knownNames() {
  std::vector<std::string> names;
  for (const auto& [name, operation] : functions)
    names.emplace_back(name);
  for (const auto& [name, value] : constants)
    names.emplace_back(name);
  return names;
}

} // namespace eigenboard::algebra
