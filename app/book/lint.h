#pragma once

#include "app/book/book.h"
#include "views/panel/registry.h"

#include <vector>

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::book {

/// A fault in the book's source. line 0: of the file as a whole.
struct Fault {
  QString file; ///< relative to the directory that was checked
  int line = 0;
  QString message;
};

/// Checks every Markdown file below a directory that lies in a folder of the map (book.json), and the map itself: front
/// matter, the nine components, links and the states they name, the numbers written in value: and scrub: links, formulas,
/// code and its output, folds, exercises. Sorted by file and line. Cost: some seconds for the whole book, most of it
/// typesetting.
std::vector<Fault> check(const QString& directory, const panel::Registry& registry,
                         typesetting::Typesetter& typesetter);

/// The faults of one chapter. chapter: its entry in the map, null when it has none.
std::vector<Fault> checkChapter(const Book& book, const QString& file, const Chapter* chapter,
                                const panel::Registry& registry, typesetting::Typesetter& typesetter);

/// "file:line: message".
QString toText(const Fault& fault);

} // namespace eigenboard::book
