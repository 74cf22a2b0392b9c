#pragma once

#include "app/book/tree.h"

#include <optional>

namespace eigenboard::book {

/// A python fence, and what the output fence after it shows.
struct CodeCell {
  QString code;
  std::optional<QString> output;
  int line = 0; ///< of the fence in its file
};

/// The code cells of a page in order, those in folds, lists and quotes included.
std::vector<CodeCell> codeCells(const Blocks& blocks);

} // namespace eigenboard::book
