#pragma once

#include "app/book/book.h"

namespace eigenboard::tests {

/// Writes chapter files below the folder (made if missing) and reads the book back. chapters: file texts in
/// order, of chapters 1.1, 1.2, ….
book::Book writeBook(const QString& folder, const QStringList& titles, const QStringList& texts);

/// A book of this size in made-up prose with headings, formulas and exercises: the same for the same numbers.
/// Word frequencies fall as in prose (the k-th word about 1/k as often as the first), over some 9,000 words.
book::Book syntheticBook(const QString& folder, int chapters, int wordsEach);

} // namespace eigenboard::tests
