#pragma once

#include "views/typesetting/box.h"
#include "views/typesetting/formula.h"

namespace eigenboard::typesetting {

/// How much ink a formula held when a box was begun.
struct InkSoFar {
  explicit InkSoFar(const Formula& formula)
      : glyphs(formula.glyphs.size()), rules(formula.rules.size()), outlines(formula.outlines.size()) {}
  std::size_t glyphs;
  std::size_t rules;
  std::size_t outlines;
};

/// Notes in the formula which glyphs the box has just put there, if they belong together.
void recordGroup(Formula& formula, const Box& box, const InkSoFar& before);

/// Notes that the glyphs just put there are an index (shift > 0: how far their baseline stands below, em) or
/// an exponent; what stands on the baseline is neither.
void recordScript(Formula& formula, double shift, const InkSoFar& before);

} // namespace eigenboard::typesetting
