#include "app/reader/page_source.h"

#include "app/book/chapter_page.h"
#include "app/book/reading_path.h"
#include "app/reader/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

book::Inline inlineText(const QString& text) {
  book::Inline piece;
  piece.text = text;
  return piece;
}

QString nameOf(const book::Chapter& chapter) {
  return chapter.id + u' ' + chapter.title;
}

book::Inline chapterLink(const book::Chapter& from, const book::Chapter& to, const QString& text) {
  const QDir folder(QStringLiteral("/") + QFileInfo(from.file).path());
  book::Inline link;
  link.kind = book::InlineKind::Link;
  link.link = book::FileLink{folder.relativeFilePath(QStringLiteral("/") + to.file), {}};
  link.children.push_back(inlineText(text));
  return link;
}

const book::Level* levelOf(const book::Book& book, const book::Chapter& chapter) {
  for (const book::Level& level : book.levels)
    for (const book::Chapter& candidate : level.chapters)
      if (candidate.id == chapter.id)
        return &level;
  return nullptr;
}

book::Inlines underTitle(const book::Book& book, const book::Chapter& chapter, int minutes) {
  book::Inlines line;
  if (const book::Level* level = levelOf(book, chapter))
    line.push_back(inlineText(level->number < 0
                                  ? translated("Appendix")
                                  : translated("Level %1, %2").arg(level->number).arg(level->title)));
  if (minutes > 0)
    line.push_back(inlineText(
        translated("  ·  about %n minutes").replace(QStringLiteral("%n"), QString::number(minutes))));
  QString before = translated("  ·  builds on ");
  for (const QString& id : chapter.needs)
    if (const book::Chapter* needed = book.find(id)) {
      line.push_back(inlineText(std::exchange(before, QStringLiteral(", "))));
      line.push_back(chapterLink(chapter, *needed, nameOf(*needed)));
    }
  return line;
}

book::Block paragraph(book::Inlines text) {
  return book::Block{book::Paragraph{std::move(text)}, 0};
}

book::Block title(const QString& text) {
  return book::Block{book::Heading{1, {inlineText(text)}, {}}, 0};
}

void outline(PageSource& page, const book::Book& book, const book::Chapter& chapter) {
  page.blocks.push_back(title(nameOf(chapter)));
  book::Inline notYet = inlineText(translated("This chapter is not written yet."));
  page.blocks.push_back(paragraph({notYet}));
  if (!chapter.covers.isEmpty())
    page.blocks.push_back(
        paragraph({inlineText(translated("What it will be about: %1.").arg(chapter.covers))}));
  std::vector<book::ListItem> items;
  for (const book::Chapter* other : book.chapters())
    if (other->written) {
      book::ListItem item;
      item.blocks.push_back(paragraph({chapterLink(chapter, *other, nameOf(*other))}));
      items.push_back(std::move(item));
    }
  if (items.empty())
    return;
  page.blocks.push_back(paragraph({inlineText(translated("These chapters are ready to read:"))}));
  page.blocks.push_back(book::Block{book::List{false, 1, true, std::move(items)}, 0});
}

} // namespace

book::Inlines waysOn(const book::Book& book, const book::Chapter& chapter, const QString& path) {
  const book::PathPlace place = book::placeOnPath(book, path, chapter.id);
  book::Inlines line;
  const auto add = [&](const QString& before, const book::Chapter* to, const QString& after) {
    if (!line.empty())
      line.push_back(inlineText(QStringLiteral("     ")));
    line.push_back(inlineText(before));
    line.push_back(chapterLink(chapter, *to, nameOf(*to)));
    line.push_back(inlineText(after));
  };
  if (place.previous)
    add(QStringLiteral("← "), place.previous, {});
  if (place.next)
    add({}, place.next, place.next->written ? QStringLiteral(" →") : translated(" → (not yet written)"));
  if (place.nextWritten && place.nextWritten != place.next)
    add(translated("next that is written: "), place.nextWritten, QStringLiteral(" →"));
  if (const QString where = book::pathLine(place); !where.isEmpty() && !line.empty())
    line.push_back(inlineText(translated("     %1").arg(where)));
  return line;
}

PageSource readPage(const book::Book& book, const book::Chapter& chapter, const QString& path) {
  PageSource page;
  int minutes = 0;
  const QString fileName = QDir(book.directory).filePath(chapter.file);
  // Looked up again: a chapter may have been written since the map was read.
  if (QFileInfo(fileName).isFile()) {
    book::ChapterPage read = book::readChapterPage(fileName);
    if (read.error.isEmpty()) {
      page.isWritten = true;
      page.blocks = std::move(read.page.blocks);
      minutes = read.matter.minutes;
    } else {
      page.blocks.push_back(title(nameOf(chapter)));
      page.blocks.push_back(
          book::Block{book::Message{translated("This chapter cannot be read: %1").arg(read.error)}, 0});
    }
  } else {
    outline(page, book, chapter);
  }
  page.underTitle = underTitle(book, chapter, minutes);
  page.atEnd = waysOn(book, chapter, path);
  return page;
}

PageSource unknownPage(const book::Book& book, const QString& id) {
  PageSource page;
  page.blocks.push_back(title(translated("There is no chapter %1").arg(id)));
  QString reason = translated("The book's chapters are listed in the contents.");
  if (book.chapters().empty())
    reason = book.problems.isEmpty() ? translated("The book has no chapters.") : book.problems.join(u'\n');
  page.blocks.push_back(book::Block{book::Message{reason}, 0});
  return page;
}

} // namespace eigenboard::reader
