#pragma once

#include "app/book/book.h"
#include "views/panel/registry.h"

#include <functional>

namespace eigenboard::book {

/// One fault of the book's source. file: relative to the book's directory; line: from 1, and 1 too for a
/// fault of the whole file. message: one line without control characters.
struct Finding {
  QString file;
  int line = 1;
  QString message;
};

/// Why TeX cannot be typeset, with the macros of the book; empty when it can.
using TexProblem = std::function<QString(const QString& tex, bool display)>;

/// Reads the map and every written chapter and holds them against the form of the book: what a reader could
/// not follow, or would be told wrongly. Sorted by file and line; empty when nothing is wrong. A file that
/// cannot be read is a finding, and the others are still judged. Chapters that are not written yet are no
/// fault. Cost: about 10 ms for a chapter, and what texProblem takes for its formulas.
std::vector<Finding> lintBook(const Book& book, const panel::Registry& registry,
                              const TexProblem& texProblem);

} // namespace eigenboard::book
