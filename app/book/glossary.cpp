#include "app/book/glossary.h"

#include "views/panel/state.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

namespace eigenboard::book {

namespace {

constexpr int termLevel = 3;

/// The chapters in "Met in: 1.2, 4.4. See also: norm."; nothing when the paragraph is another one.
QStringList chaptersIn(const Inlines& paragraph) {
  static const QRegularExpression opening(QStringLiteral("^\\s*(?:First met|Met) in:?\\s+"),
                                          QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression chapter(QStringLiteral("\\b(\\d+\\.\\d+|[A-I])\\b"));
  const QString words = plainText(paragraph);
  const QRegularExpressionMatch begin = opening.match(words);
  if (!begin.hasMatch())
    return {};
  QString list = words.sliced(begin.capturedEnd());
  if (const qsizetype end = list.indexOf(QStringLiteral("See also")); end >= 0)
    list.truncate(end);
  QStringList chapters;
  auto found = chapter.globalMatch(list);
  while (found.hasNext())
    chapters.push_back(found.next().captured(1));
  return chapters;
}

} // namespace

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
      const QStringList chapters = chaptersIn(paragraph->text);
      if (!chapters.isEmpty())
        entry.metIn += chapters;
      else if (entry.definition.empty())
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
