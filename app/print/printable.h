#pragma once

#include "app/book/tree.h"

namespace eigenboard::print {

/// A chapter as paper can show it: numbers stand as the text writes them, an answer is a blank to fill in,
/// links to panels and live links are words. Hints and solutions stand by themselves, each begun by the
/// number of its exercise; other folds are open.
struct Printable {
  book::Blocks body;
  book::Blocks hints;
  book::Blocks solutions;
};
Printable printable(const book::Blocks& blocks);

} // namespace eigenboard::print
