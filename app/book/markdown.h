#pragma once

#include "app/book/tree.h"

namespace eigenboard::book {

/// What a reader should be told about the source of a page, by line of the file.
struct SourceProblem {
  int line = 0;
  QString text;
};

struct Page {
  Blocks blocks;
  std::vector<SourceProblem> problems; ///< unbalanced folds, text lost in raw HTML, limits reached
};

/// CommonMark with GitHub tables, formulas and folds as a tree. firstLine: of the source in its file. Never
/// fails: what is beyond the limits (limits.h) is a Message in its place. Cost: linear, about 3 ms for a
/// chapter.
Page parseMarkdown(const QString& source, int firstLine = 1);

} // namespace eigenboard::book
