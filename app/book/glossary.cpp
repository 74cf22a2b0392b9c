#include "app/book/glossary.h"

#include "views/panel/state.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace eigenboard::book {

namespace {

constexpr int termLevel = 3;

} // namespace

std::vector<ChapterMention> chapterMentions(const QString& list) {
  static const QRegularExpression chapter(QStringLiteral("\\b(\\d+\\.\\d+|[A-I])\\b"));
  std::vector<ChapterMention> mentions;
  auto found = chapter.globalMatch(list);
  while (found.hasNext()) {
    const QRegularExpressionMatch match = found.next();
    mentions.push_back({match.capturedStart(), match.captured()});
  }
  return mentions;
}

std::vector<ChapterMention> chaptersMetIn(const QString& words) {
  static const QRegularExpression opening(QStringLiteral("^\\s*(?:First met|Met) in:?\\s+"),
                                          QRegularExpression::CaseInsensitiveOption);
  const QRegularExpressionMatch begin = opening.match(words);
  if (!begin.hasMatch())
    return {};
  const qsizetype end = words.indexOf(QStringLiteral("See also"));
  std::vector<ChapterMention> mentions = chapterMentions(
      words.sliced(begin.capturedEnd(),
                   std::max(begin.capturedEnd(), end < 0 ? words.size() : end) - begin.capturedEnd()));
  for (ChapterMention& mention : mentions)
    mention.start += begin.capturedEnd();
  return mentions;
}

const GlossaryEntry* Glossary::find(const QString& slug) const {
  const auto found = index.constFind(slug);
  return found == index.constEnd() ? nullptr : &entries[*found];
}

QString Glossary::problem(const QString& slug) const {
  if (index.contains(slug))
    return {};
  std::vector<QString> slugs;
  for (const GlossaryEntry& entry : entries)
    slugs.push_back(entry.slug);
  return QCoreApplication::translate("book", "the glossary has no term '%1'").arg(slug) +
         panel::didYouMean(slug, slugs);
}

Glossary readGlossary(const Blocks& blocks) {
  Glossary glossary;
  bool isInEntry = false;
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      isInEntry = heading->level == termLevel;
      if (!isInEntry)
        continue;
      glossary.index.insert(heading->anchor, glossary.entries.size());
      glossary.entries.push_back({heading->anchor, heading->text, {}, {}, block.line});
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content); paragraph && isInEntry) {
      GlossaryEntry& entry = glossary.entries.back();
      const std::vector<ChapterMention> chapters = chaptersMetIn(plainText(paragraph->text));
      for (const ChapterMention& chapter : chapters)
        entry.metIn += chapter.id;
      if (chapters.empty() && entry.definition.empty())
        entry.definition = paragraph->text;
    }
  }
  for (const GlossaryEntry& entry : glossary.entries)
    if (entry.definition.empty())
      glossary.problems.push_back(
          {entry.line, QCoreApplication::translate("book", "the term '%1' has no definition")
                           .arg(plainText(entry.term))});
  return glossary;
}

} // namespace eigenboard::book
