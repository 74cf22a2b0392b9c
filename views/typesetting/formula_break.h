#pragma once

#include "views/typesetting/formula.h"

namespace eigenboard::typesetting {

/// The widest part of the formula that no line may be broken in, em; the whole width where it cannot be
/// broken at all.
double widestSegment(const Formula& formula);

/// The formula in rows of at most that width (em), broken after relations and binary operators that stand
/// outside all braces, as few rows as there can be. A segment wider than that is a row by itself. Each row is
/// a formula whose baseline starts at its own left edge. One row, without a copy of anything, when it fits or
/// cannot be broken.
std::vector<FormulaPointer> brokenFormula(const FormulaPointer& formula, double width);

} // namespace eigenboard::typesetting
