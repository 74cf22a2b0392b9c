#pragma once

#include "views/typesetting/box.h"
#include "views/typesetting/formula.h"

#include <QtCore/QRectF>

namespace eigenboard::typesetting {

// These put ink into a formula in the colour of the box it belongs to, twice for the shadow of \pmb, and
// not at all inside a \phantom. All positions and sizes are in em of the formula, y down.

/// The symbol's text with the pen starting at (x, y) on the baseline.
void addText(Formula& formula, const Box& symbol, double x, double y);

/// A filled rectangle; nothing where width or height is not positive. color 0: the box's.
void addRule(Formula& formula, const Box& box, const QRectF& rectangle, QRgb color = 0);

/// A filled outline, turned to run the way the glyphs' outlines do, so that overlaps in one path add up.
void addOutline(Formula& formula, const Box& box, const QPainterPath& path);

} // namespace eigenboard::typesetting
