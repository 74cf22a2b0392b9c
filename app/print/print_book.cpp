#include "app/print/print_book.h"

#include "app/book/chapter_page.h"
#include "app/print/chapter_references.h"
#include "app/print/contents.h"
#include "app/print/printable.h"
#include "app/print/setting.h"
#include "app/print/sheet_painter.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtGui/QPageLayout>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <qcustomplot.h>

#include <algorithm>
#include <utility>

namespace eigenboard::print {

namespace {

constexpr std::size_t mostChaptersWithSections = 3; ///< in the contents; of more, the chapters alone

QString translated(const char* text) {
  return QCoreApplication::translate("Print", text);
}

book::Inline words(const QString& text) {
  book::Inline made;
  made.text = text;
  return made;
}

book::Block heading(int level, const QString& text, const QString& anchor) {
  return {book::Heading{level, {words(text)}, anchor}, 0};
}

/// A chapter on paper.
struct Printed {
  const book::Chapter* chapter = nullptr;
  SetText text;
  std::vector<std::pair<Entry, Spot>> entries; ///< itself and its sections
  int firstPage = 0;                           ///< in the document
};

/// The chapters that are printed, by id, as a link of this one writes them.
QHash<QString, QString> pathsFrom(const book::Book& book, const book::Chapter& from,
                                  const PrintRequest& request) {
  const QDir folder(QFileInfo(QLatin1Char('/') + from.file).path());
  QHash<QString, QString> paths;
  for (const QString& id : request.chapters)
    if (const book::Chapter* chapter = book.find(id); chapter && chapter->written && id != from.id)
      paths.insert(id, folder.relativeFilePath(QLatin1Char('/') + chapter->file));
  return paths;
}

book::Blocks blocksOf(const book::Book& book, const book::Chapter& chapter, const PrintRequest& request) {
  const book::ChapterPage read = book::readChapterPage(QDir(book.directory).filePath(chapter.file));
  if (!read.error.isEmpty())
    return {heading(1, chapter.id + u' ' + chapter.title, {}),
            {book::Message{translated("This chapter cannot be read: %1").arg(read.error)}, 0}};
  Printable made = printable(read.page.blocks);
  linkChapters(made.body, pathsFrom(book, chapter, request));
  const auto append = [&made](const QString& title, const QString& anchor, book::Blocks& blocks) {
    if (blocks.empty())
      return;
    made.body.push_back(heading(2, title, anchor));
    made.body.insert(made.body.end(), std::make_move_iterator(blocks.begin()),
                     std::make_move_iterator(blocks.end()));
  };
  if (request.hints)
    append(translated("Hints"), QStringLiteral("printed-hints"), made.hints);
  if (request.solutions)
    append(translated("Solutions"), QStringLiteral("printed-solutions"), made.solutions);
  return std::move(made.body);
}

Printed printed(const book::Book& book, const book::Chapter& chapter, const PrintRequest& request,
                Setter& setter) {
  const book::Blocks blocks = blocksOf(book, chapter, request);
  Printed made;
  made.chapter = &chapter;
  made.text = setter.set(blocks, chapter.file);
  made.entries.push_back({Entry{1, chapter.id + QStringLiteral("  ") + chapter.title, chapter.file, {}},
                          Spot{0, request.paper.top}});
  for (const book::Block& block : blocks) {
    const auto* section = std::get_if<book::Heading>(&block.content);
    if (!section || section->level != 2)
      continue;
    const Spot spot = spotOf(made.text, made.text.layout.anchors.value(section->anchor), request.paper);
    made.entries.push_back(
        {Entry{2, book::plainText(section->text).remove(u'$'), chapter.file, section->anchor}, spot});
  }
  return made;
}

const book::Level& levelOf(const book::Book& book, const book::Chapter& chapter) {
  return *std::find_if(book.levels.begin(), book.levels.end(), [&](const book::Level& level) {
    return std::any_of(level.chapters.begin(), level.chapters.end(),
                       [&](const book::Chapter& candidate) { return candidate.id == chapter.id; });
  });
}

QString titleOf(const book::Level& level) {
  return level.number < 0 ? level.title : translated("Level %1, %2").arg(level.number).arg(level.title);
}

/// Levels are named where there is more than one.
std::vector<ContentsLine> contentsOf(const book::Book& book, const std::vector<Printed>& chapters) {
  std::vector<ContentsLine> lines;
  const book::Level* first = &levelOf(book, *chapters.front().chapter);
  const bool hasLevels = first != &levelOf(book, *chapters.back().chapter);
  const book::Level* inside = nullptr;
  for (const Printed& chapter : chapters) {
    const book::Level* level = &levelOf(book, *chapter.chapter);
    if (hasLevels && level != std::exchange(inside, level))
      lines.push_back({Entry{0, titleOf(*level), {}, {}}, chapter.firstPage, 0});
    for (const auto& [entry, spot] : chapter.entries)
      lines.push_back({entry, chapter.firstPage + spot.page, spot.y});
  }
  return lines;
}

/// Where the links of one text lead in the document.
class Destinations {
 public:
  Destinations(const std::vector<Printed>& chapters, const Paper& paper)
      : chapters_(chapters), paper_(paper) {}

  /// Nothing: the link leads to a chapter that is not printed.
  std::optional<PdfLink> resolve(const PlacedLink& link, const QString& fromFile, int firstPage) const {
    PdfLink made;
    made.page = firstPage + link.page;
    made.rect = QRectF(link.rect.topLeft() * pointsPerPixel, link.rect.size() * pointsPerPixel);
    if (const auto* web = std::get_if<book::WebLink>(&link.link)) {
      made.address = web->address;
      return made;
    }
    const auto* note = std::get_if<book::NoteLink>(&link.link);
    const book::FileLink file = note ? book::FileLink{{}, QStringLiteral("note-%1").arg(note->number)}
                                     : std::get<book::FileLink>(link.link);
    const QString path =
        file.path.isEmpty() ? fromFile : QDir::cleanPath(QFileInfo(fromFile).path() + u'/' + file.path);
    for (const Printed& chapter : chapters_) {
      if (chapter.chapter->file != path)
        continue;
      const Spot spot = file.anchor.isEmpty()
                            ? Spot{0, paper_.top}
                            : spotOf(chapter.text, chapter.text.layout.anchors.value(file.anchor), paper_);
      made.toPage = chapter.firstPage + spot.page;
      made.toY = spot.y * pointsPerPixel;
      return made;
    }
    return std::nullopt;
  }

 private:
  const std::vector<Printed>& chapters_;
  const Paper& paper_;
};

/// The whole document on a PDF writer.
class Press {
 public:
  Press(QCPPainter& painter, QPdfWriter& writer, const Ink& ink)
      : painter_(painter), writer_(writer), ink_(ink) {}

  void print(const SetText& text, const QString& head) {
    for (std::size_t page = 0; page < text.pages.size(); ++page) {
      if (pages_++ > 0)
        writer_.newPage();
      paintSheet(painter_, ink_, text, static_cast<int>(page), head, pages_);
      if (afterPage)
        afterPage(static_cast<int>(page));
    }
  }
  std::function<void(int page)> afterPage;

 private:
  QCPPainter& painter_;
  QPdfWriter& writer_;
  const Ink& ink_;
  int pages_ = 0;
};

} // namespace

PrintRequest requestFor(const book::Book& book, const QString& word) {
  PrintRequest request;
  const QString wanted = word.simplified().toLower();
  const auto take = [&request](const book::Level& level) {
    for (const book::Chapter& chapter : level.chapters)
      if (chapter.written)
        request.chapters.append(chapter.id);
  };
  for (const book::Level& level : book.levels) {
    const bool isAppendix = level.number < 0;
    const QString name =
        isAppendix ? QStringLiteral("appendices") : QStringLiteral("level %1").arg(level.number);
    if (wanted == QStringLiteral("book") || wanted == name) {
      take(level);
      request.title = wanted == name ? titleOf(level) : book.title;
    }
  }
  if (const book::Chapter* chapter = book.find(word); chapter && chapter->written) {
    request.chapters = {chapter->id};
    request.title = chapter->id + u' ' + chapter->title;
  }
  return request;
}

PdfBytes printBook(const book::Book& book, const panel::Registry& registry,
                   typesetting::Typesetter& typesetter, const PrintRequest& request,
                   const Progress& progress) {
  panel::Desk desk(registry);
  Setter setter(book, desk, typesetter, request.paper);
  std::vector<Printed> chapters;
  const int all = static_cast<int>(request.chapters.size());
  for (const QString& id : request.chapters) {
    if (progress && !progress(static_cast<int>(chapters.size()), all))
      return {{}, translated("stopped")};
    if (const book::Chapter* chapter = book.find(id); chapter && chapter->written)
      chapters.push_back(printed(book, *chapter, request, setter));
  }
  if (chapters.empty())
    return {{}, translated("there is nothing to print: none of these chapters is written")};

  // The contents are as long with any page numbers.
  const auto shown = [&] {
    std::vector<ContentsLine> lines = contentsOf(book, chapters);
    if (chapters.size() > mostChaptersWithSections)
      std::erase_if(lines, [](const ContentsLine& line) { return line.entry.level > 1; });
    return lines;
  };
  const SetText contents = setContents(request.title, shown(), setter);
  int page = static_cast<int>(contents.pages.size());
  for (Printed& chapter : chapters)
    page += static_cast<int>((chapter.firstPage = page, chapter.text.pages.size()));
  const std::vector<ContentsLine> lines = shown();

  PdfBytes made;
  QBuffer buffer(&made.bytes);
  if (!buffer.open(QIODevice::WriteOnly))
    return {{}, buffer.errorString()};
  QPdfWriter writer(&buffer);
  writer.setCreator(QStringLiteral("Eigenboard"));
  writer.setTitle(request.title);
  const QPageSize size(request.paper.size * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch);
  writer.setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF()));
  constexpr int unitsPerPixel = 20; // finer than pixels, to which Qt would round the places of glyphs
  writer.setResolution(96 * unitsPerPixel);
  QCPPainter painter;
  if (!painter.begin(&writer))
    return {{}, translated("the pages could not be painted as PDF")};
  painter.scale(unitsPerPixel, unitsPerPixel);
  const Ink ink{registry, typesetter, setter.type(), setter.theme(), request.paper};
  Press press(painter, writer, ink);
  press.afterPage = [&](int sheet) { paintContentsNumbers(painter, ink, contents, lines, sheet); };
  press.print(contents, {});
  press.afterPage = nullptr;
  for (const Printed& chapter : chapters)
    press.print(chapter.text, chapter.chapter->id + u' ' + chapter.chapter->title);
  painter.end();
  buffer.close();

  const Destinations destinations(chapters, request.paper);
  std::vector<PdfLink> links = contentsLinks(contents, lines, request.paper);
  const auto addLinks = [&](const SetText& text, const QString& file, int firstPage) {
    for (const PlacedLink& link : linksOf(text, request.paper))
      if (const auto resolved = destinations.resolve(link, file, firstPage))
        links.push_back(*resolved);
  };
  for (const Printed& chapter : chapters)
    addLinks(chapter.text, chapter.chapter->file, chapter.firstPage);
  std::vector<PdfHeading> outline{{0, translated("Contents"), 0, 0}};
  const std::vector<ContentsLine> places = contentsOf(book, chapters);
  const int outermost = places.front().entry.level;
  for (const ContentsLine& line : places)
    outline.push_back({line.entry.level - outermost, line.entry.title, line.page, line.y * pointsPerPixel});
  return withStructure(made.bytes, links, outline,
                       {request.title, translated("The Eigenboard authors"), QStringLiteral("en")});
}

} // namespace eigenboard::print
