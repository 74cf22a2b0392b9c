#pragma once

#include "app/book/book.h"
#include "app/print/document.h"
#include "app/print/pdf_structure.h"
#include "views/panel/registry.h"
#include "views/typesetting/typesetter.h"

#include <functional>

namespace eigenboard::print {

struct PrintRequest {
  QString title;
  QStringList chapters; ///< ids, in the order of the book; those that are not written are left out
  Paper paper = a4();
  bool hints = true;
  bool solutions = true;
};

/// The chapters of a word: "4.6", "H", "level 4", "appendices", "book". Empty: the word names nothing that is
/// written.
PrintRequest requestFor(const book::Book& book, const QString& word);

/// Called with the number of chapters that are set, and of all; false ends the printing.
using Progress = std::function<bool(int done, int all)>;

/// A PDF with contents, page numbers, links and an outline; figures at the presets of their cards, formulas
/// as text of embedded fonts. Well under 1 s a chapter. The same book gives the same bytes in a process whose
/// QHashSeed is deterministic. An error says why
/// there are none, and is "stopped" when progress ended it. Needs a QApplication, no display.
PdfBytes printBook(const book::Book& book, const panel::Registry& registry,
                   typesetting::Typesetter& typesetter, const PrintRequest& request,
                   const Progress& progress = {});

} // namespace eigenboard::print
