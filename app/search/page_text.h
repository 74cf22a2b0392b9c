#pragma once

#include "app/book/tree.h"

namespace eigenboard::search {

/// The words of a sentence on one line, formulas as Unicode text.
QString lineOf(const book::Inlines& text);

/// The words of a block and all inside it, formulas as Unicode text.
QString textOf(const book::Block& block);

} // namespace eigenboard::search
