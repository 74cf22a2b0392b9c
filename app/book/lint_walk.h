#pragma once

#include "app/book/tree.h"

#include <functional>
#include <set>

namespace eigenboard::book::lint {

/// Every block of a page in the order of the file: a container stands before what it holds. The blocks belong
/// to the page.
std::vector<const Block*> inOrder(const Blocks& blocks);

/// Visits the list of blocks itself, then those of its quotes, list items and folds at any depth.
void visitLists(const Blocks& blocks, const std::function<void(const Blocks&)>& visit);

/// Visits every piece of every sentence in the order of the file, a link or an emphasis before the pieces in
/// it. A panel card comes as the link that it was. line: of the piece, or of the block where the piece's is
/// not known.
void visitInlines(const Blocks& blocks, const std::function<void(const Inline&, int line)>& visit);

/// The line a block begins at: of a paragraph that begins with emphasis, the line of the emphasized words.
int lineOf(const Block& block);

/// The anchors of all headings.
std::set<QString> anchorsOf(const Blocks& blocks);

} // namespace eigenboard::book::lint
