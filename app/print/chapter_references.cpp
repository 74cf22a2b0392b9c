#include "app/print/chapter_references.h"

#include "app/book/glossary.h"

#include <algorithm>
#include <utility>

namespace eigenboard::print {

namespace {

using Paths = QHash<QString, QString>;

book::Inline withText(const book::Inline& like, const QString& text) {
  book::Inline made = like;
  made.text = text;
  return made;
}

/// The piece, cut where the mentions are.
book::Inlines linked(const book::Inline& piece, const std::vector<book::ChapterMention>& mentions,
                     const Paths& paths) {
  book::Inlines made;
  qsizetype done = 0;
  for (const book::ChapterMention& mention : mentions) {
    const auto path = paths.constFind(mention.id);
    if (path == paths.constEnd())
      continue;
    if (mention.start > done)
      made.push_back(withText(piece, piece.text.sliced(done, mention.start - done)));
    book::Inline link;
    link.kind = book::InlineKind::Link;
    link.link = book::FileLink{*path, {}};
    link.children = {withText(piece, mention.id)};
    link.line = piece.line;
    made.push_back(std::move(link));
    done = mention.start + mention.id.size();
  }
  if (done < piece.text.size())
    made.push_back(withText(piece, piece.text.sliced(done)));
  return made;
}

/// Reads the first piece alone: the list of chapters has no formula and no emphasis in it.
void linkFirst(book::Inlines& text, std::vector<book::ChapterMention> (*mentionsIn)(const QString&),
               const Paths& paths) {
  if (text.empty() || text.front().kind != book::InlineKind::Text)
    return;
  const book::Inlines begin = linked(text.front(), mentionsIn(text.front().text), paths);
  text.erase(text.begin());
  text.insert(text.begin(), begin.begin(), begin.end());
}

void linkColumn(book::Table& table, const Paths& paths) {
  const auto named = std::find_if(table.header.begin(), table.header.end(), [](const book::Inlines& cell) {
    return book::plainText(cell).trimmed() == QStringLiteral("Met in");
  });
  if (named == table.header.end())
    return;
  const auto column = static_cast<std::size_t>(named - table.header.begin());
  for (auto& row : table.rows)
    linkFirst(row[column], &book::chapterMentions, paths);
}

} // namespace

void linkChapters(book::Blocks& blocks, const QHash<QString, QString>& paths) {
  for (book::Block& block : blocks) {
    if (auto* paragraph = std::get_if<book::Paragraph>(&block.content))
      linkFirst(paragraph->text, &book::chaptersMetIn, paths);
    else if (auto* table = std::get_if<book::Table>(&block.content))
      linkColumn(*table, paths);
  }
}

} // namespace eigenboard::print
