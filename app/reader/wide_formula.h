#pragma once

#include "app/reader/inline_object.h"
#include "views/typesetting/symbol.h"

namespace eigenboard::reader {

// What becomes of a formula that is wider than its column. In a sentence it is broken into rows where TeX
// allows a break, and made smaller where it does not. By itself it is made smaller by a quarter at most; if
// that is not enough it becomes a window onto the formula that is scrolled sideways.

/// Sets width, above, below, scale, rows, contentWidth and scrolled of an object that has its formula.
/// available: width of the column, px.
void fitFormula(InlineObject& object, const TextStyle& style, double available);

/// Whether there is more of the formula than is shown.
bool isScrollable(const InlineObject& object);

/// Moves the window to the right by so many px, at most to an end. Whether it moved.
bool scrollFormula(InlineObject& object, double pixels);

/// Which of its symbols lies under a point, or within a fifth of an em of it; −1: none. point: px from where
/// its baseline starts, as it stands there: broken, made smaller, scrolled.
int symbolUnder(const InlineObject& object, const TextStyle& style, QPointF point,
                const std::vector<typesetting::SymbolAt>& symbols);

/// Where a symbol (em of the unbroken formula) is seen on the page: without width where it is scrolled out of
/// sight.
QRectF placeOf(const QRectF& em, const InlineObject& object, const TextStyle& style, QPointF origin);

/// Paints the rows or the window, faded at an edge where there is more, with a mark below it that says how
/// much.
void paintFittedFormula(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                        const render::Theme& theme, Attention attention);

} // namespace eigenboard::reader
