#pragma once

#include "app/reader/flow.h"

#include <QtCore/QMimeData>

#include <memory>
#include <optional>

class QMenu;

namespace eigenboard::reader {

/// What of a formula is copied.
enum class FormulaCopy : std::uint8_t {
  Tex,   ///< plain text
  Svg,   ///< image/svg+xml, and the file's source as plain text
  Image, ///< a picture on a transparent ground
  Words, ///< the spoken form as plain text
};

/// The formula as the clipboard has it, dark on nothing whatever the theme, since it is for other documents.
/// Null where there is nothing to copy: a formula with an error has only its TeX.
std::unique_ptr<QMimeData> formulaCopy(const typesetting::Formula& formula, FormulaCopy what);

/// The formulas a menu should offer, in reading order: the one under the mouse; without the mouse, those of
/// the paragraph of the focused target; with nothing focused, the visible ones. At most 20, since a menu of
/// more would be no help.
std::vector<typesetting::FormulaPointer> offeredFormulas(const Layout& layout,
                                                         const std::optional<QPointF>& mouse,
                                                         const Target* focused, const QRectF& visible);

/// Adds the four ways to copy: directly for one formula, in a submenu of its words for each of several.
void addFormulaActions(QMenu& menu, const std::vector<typesetting::FormulaPointer>& formulas);

} // namespace eigenboard::reader
