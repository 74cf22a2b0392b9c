#pragma once

#include "app/book/tree.h"

namespace eigenboard::search {

/// Between the cells of a row of the notation, and the parts of a place.
inline constexpr QStringView cellSeparator = u" · ";

/// Stand before and after a formula in the text of a block: characters for private use that no text has. They
/// are never shown.
inline constexpr QChar formulaBegin = u'\uE000';
inline constexpr QChar formulaEnd = u'\uE001';
inline bool isFormulaMark(QChar character) {
  return character == formulaBegin || character == formulaEnd;
}

/// The words of a sentence on one line, formulas as Unicode text.
QString lineOf(const book::Inlines& text);

/// The words of a block and all inside it, formulas as Unicode text between their marks.
QString textOf(const book::Block& block);

} // namespace eigenboard::search
