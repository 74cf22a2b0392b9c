#pragma once

#include "views/render/theme.h"

namespace eigenboard::render {

/// What WCAG 2 asks of words in a theme, as contrastRatio counts: 4.5 (AA), in a theme of high contrast 7
/// (AAA).
double leastTextContrast(const Theme& theme);

/// The colour of words that belong to a mark of that role: the role's own where it is read on the surface of
/// the theme, or else as much nearer to the colour of text as it takes. A line needs less contrast than a
/// letter.
QColor textColor(const Theme& theme, scene::Role role);

} // namespace eigenboard::render
