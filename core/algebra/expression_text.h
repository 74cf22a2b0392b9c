#pragma once

#include "core/algebra/expression.h"

namespace eigenboard::algebra {

/// The expression as TeX, with the fewest brackets: "\frac{x^{2}}{2} + \sin\left(x y\right)". variables: TeX
/// for each, which is taken as one thing: "x", or a live number in brackets. decimals: to which numbers are
/// rounded when that leaves them shorter; π and e keep their names. Empty for an empty expression.
std::string toTex(const Expression& expression, const std::vector<std::string>& variables, int decimals = 6);

/// The expression as Python over NumPy (imported as np) with the same value:
/// "np.divide(np.power(x, 2.0), 2.0) + np.sin(x * y)". It takes arrays as well as numbers; np.power and
/// np.divide answer with nan and inf where Python's own signs raise an error or turn complex. variables:
/// their names there. absolute: what |x| is called. "np.nan" for an empty expression.
std::string toPython(const Expression& expression, const std::vector<std::string>& variables,
                     const std::string& absolute = "np.abs");

} // namespace eigenboard::algebra
