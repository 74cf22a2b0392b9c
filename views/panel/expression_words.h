#pragma once

#include "core/algebra/expression.h"

#include <QtCore/QString>

namespace eigenboard::panel {

/// Why a typed expression could not be read, in a sentence for the one who typed it: what is wrong, where,
/// and what would be right. Empty for one that could. variables: those it was read with.
QString expressionProblem(const algebra::ParsedExpression& parsed, const std::vector<std::string>& variables);

} // namespace eigenboard::panel
