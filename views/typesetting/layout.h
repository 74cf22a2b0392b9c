#pragma once

#include "views/typesetting/box.h"
#include "views/typesetting/formula.h"

namespace eigenboard::typesetting {

/// The formula KaTeX's tree describes, with error set where it is too large to draw. tex is left empty.
Formula layOutFormula(Box root, Style style);

} // namespace eigenboard::typesetting
