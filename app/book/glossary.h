#pragma once

#include "app/book/markdown.h"

#include <QtCore/QHash>

namespace eigenboard::book {

/// A term of the glossary. slug: what term: links name; the anchor of its heading.
struct GlossaryEntry {
  QString slug;
  Inlines term;
  Inlines definition; ///< the first paragraph
  QStringList metIn;  ///< chapters, in the order given
  int line = 0;
};

/// Appendix H as a list: headings of level 3 with the paragraph that follows each, and the chapters of a
/// paragraph that begins with "Met in:".
struct Glossary {
  std::vector<GlossaryEntry> entries;
  std::vector<SourceProblem> problems; ///< a term without a definition

  const GlossaryEntry* find(const QString& slug) const;
  /// Why there is no such term, with the nearest one; empty when there is.
  QString problem(const QString& slug) const;

  QHash<QString, std::size_t> index; ///< by slug
};

/// Where words name a chapter, in characters.
struct ChapterMention {
  qsizetype start = 0;
  QString id;
};
/// In a list such as "1.2, 4.4, H".
std::vector<ChapterMention> chapterMentions(const QString& list);
/// In "Met in: 1.2, 4.4. See also: norm."; nothing when the words are others.
std::vector<ChapterMention> chaptersMetIn(const QString& words);

/// Cost: linear, far below that of parsing the page.
Glossary readGlossary(const Blocks& blocks);

} // namespace eigenboard::book
