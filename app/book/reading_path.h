#pragma once

#include "app/book/book.h"

namespace eigenboard::book {

/// A chapter's place on a reading path, and where the path leads from it.
struct PathPlace {
  QString path;                         ///< title of the path; empty when the book has none
  int index = 0;                        ///< from 1; 0: the chapter is not on the path
  int count = 0;                        ///< chapters of the path
  const Chapter* previous = nullptr;    ///< null at the beginning
  const Chapter* next = nullptr;        ///< null at the end; perhaps not written yet
  const Chapter* nextWritten = nullptr; ///< the first from next on that can be read; null when none can
};

/// The path of that id, or the book's first one; null when the book has none.
const ReadingPath* pathOf(const Book& book, const QString& id);

/// Off the path, and in a book without paths, previous and next are those of the book's own order.
PathPlace placeOnPath(const Book& book, const QString& pathId, const QString& chapter);

/// "Core ML path, 7 of 23"; for a chapter off the path "Not on the Core ML path"; empty without a path.
QString pathLine(const PathPlace& place);

} // namespace eigenboard::book
