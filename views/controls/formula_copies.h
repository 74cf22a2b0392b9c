#pragma once

#include "views/typesetting/formula.h"

class QMenu;

namespace eigenboard::controls {

/// Adds the four ways to copy a formula to a menu: TeX, SVG, image and words. Of a formula with an error only
/// its TeX can be copied. formula is not null.
void addFormulaCopies(QMenu& menu, const typesetting::FormulaPointer& formula);

} // namespace eigenboard::controls
