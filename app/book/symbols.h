#pragma once

#include "app/book/markdown.h"

namespace eigenboard::book {

/// A row of a table of symbols.
struct SymbolEntry {
  QString tex;
  QString said; ///< how it is spoken
  Inlines meaning;
  QStringList keys;  ///< of parameters, groups and readouts of the chapter's panels: what it is on the panel
  QStringList metIn; ///< chapters that use it so, where the table says
  int line = 0;
};

struct Symbols {
  std::vector<SymbolEntry> entries;
  std::vector<SourceProblem> problems; ///< rows without a formula or a meaning
};

/// All tables whose first column is headed "Symbol", in folds too: a chapter's list, and Appendix B. The
/// other columns are found by their headings: Said, Meaning (or Meaning here), On the panel, Met in; unknown
/// ones are passed over.
Symbols readSymbols(const Blocks& blocks);

} // namespace eigenboard::book
