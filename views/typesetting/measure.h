#pragma once

#include "views/typesetting/box.h"
#include "views/typesetting/formula.h"

namespace eigenboard::typesetting {

/// Gives every box of the tree its font size, face, colour and alignment by the rules of KaTeX's style
/// sheet, and its width from the bottom up. Linear in the number of boxes.
void measure(Box& root, Style style);

/// Width of the characters set one after the other in the box's face, em of the formula. Characters that
/// the face lacks are measured in a fallback font.
double textWidth(const Box& symbol);

} // namespace eigenboard::typesetting
