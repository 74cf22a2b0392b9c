#pragma once

#include <QtCore/QString>

namespace eigenboard::panels::python {

/// Defines function(x, y) for a formula that the reader typed and parseExpression can read: value, gradient
/// and Hessian by the chain rule.
QString typedFunction(const QString& formula);

} // namespace eigenboard::panels::python
