#pragma once

#include "app/book/front_matter.h"
#include "app/book/markdown.h"

namespace eigenboard::book {

/// A chapter file, read. error: empty, or why there is nothing (one line).
struct ChapterPage {
  FrontMatter matter;
  Page page;
  QString error;
};

/// Reads a file of at most 4 MB as UTF-8; bytes that are none become replacement characters.
ChapterPage readChapterPage(const QString& fileName);
ChapterPage chapterPage(const QString& source);

} // namespace eigenboard::book
