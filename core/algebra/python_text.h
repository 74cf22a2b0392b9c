#pragma once

#include "core/algebra/expression.h"

#include <string>
#include <vector>

namespace eigenboard::algebra {

/// The expression as Python writes it, one name a variable in the order given to the parser:
/// "0.5 * x**2 + sin(3 * y)". Operations run in the same order as in evaluate(), so that values agree to the
/// last bit where the library functions do. Functions have the names of Python's math module, and abs, min
/// and max; what depends on no variable is written as its value, float("nan") and float("inf") among them.
/// float("nan") where the expression is empty or names a variable that has no name. Cost: linear but for
/// the copying of operands, at most the square of the length.
std::string pythonText(const Expression& expression, const std::vector<std::string>& variables);

} // namespace eigenboard::algebra
