#pragma once

#include "views/typesetting/box.h"

namespace eigenboard::typesetting {

/// What a browser's line reaches above and below the baseline, em of the formula. It holds, for every font on
/// the line, the font's ascent and descent and half of what they lack to the style sheet's line height
/// of 1.2. Tables (fractions, limits...) count with KaTeX's own heights.
struct LineBox {
  double ascent = 0;
  double descent = 0;
};

/// Makes room for one more box on the line. The box must be measured.
void extend(LineBox& line, const Box& box);

} // namespace eigenboard::typesetting
