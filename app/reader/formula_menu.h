#pragma once

#include "app/reader/flow.h"

#include <optional>

class QMenu;

namespace eigenboard::reader {

/// The formulas a menu should offer, in reading order: the one under the mouse; without the mouse, those of
/// the paragraph of the focused target; with nothing focused, the visible ones. At most 20, since a menu of
/// more would be no help.
std::vector<typesetting::FormulaPointer> offeredFormulas(const Layout& layout,
                                                         const std::optional<QPointF>& mouse,
                                                         const Target* focused, const QRectF& visible);

/// Adds the four ways to copy: directly for one formula, in a submenu of its words for each of several.
void addFormulaActions(QMenu& menu, const std::vector<typesetting::FormulaPointer>& formulas);

} // namespace eigenboard::reader
