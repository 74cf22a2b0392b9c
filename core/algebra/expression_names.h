#pragma once

#include "core/algebra/expression.h"

#include <optional>
#include <string_view>
#include <vector>

namespace eigenboard::algebra {

/// sqrt exp log ln log2 log10 sin cos tan asin acos atan (also arcsin …) sinh cosh tanh abs min max.
/// log and ln are the natural logarithm.
std::optional<Operation> functionNamed(std::string_view name);

/// pi, π and e.
std::optional<double> constantNamed(std::string_view name);

/// The names of both, for suggestions.
std::vector<std::string> knownNames();

} // namespace eigenboard::algebra
