#pragma once

#include "app/book/tree.h"

namespace eigenboard::book {

/// The words and formulas of an option of check:choice: what stands between two dollars is a formula, a
/// dollar without its fellow is a sign.
Inlines optionText(const QString& option);

/// Should the options stand below one another? Yes when one of them is long, or together they fill a line.
bool areStacked(const QStringList& options);

} // namespace eigenboard::book
