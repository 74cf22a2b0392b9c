#pragma once

#include "app/book/source_problem.h"
#include "app/book/tree.h"

namespace eigenboard::book {

struct Page {
  Blocks blocks;
  std::vector<SourceProblem> problems; ///< unbalanced folds, footnotes that lead nowhere, limits reached
};

/// CommonMark with GitHub tables, task lists, footnotes, formulas and folds as a tree; the footnotes are a
/// list at its end. firstLine: of the source in its file. Never
/// fails: what is beyond the limits (limits.h) is a Message in its place. Cost: linear, about 3 ms for a
/// chapter.
Page parseMarkdown(const QString& source, int firstLine = 1);

} // namespace eigenboard::book
