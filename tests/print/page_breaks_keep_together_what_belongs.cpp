#include "app/book/chapter_page.h"
#include "app/print/page_breaks.h"
#include "app/print/printable.h"
#include "app/print/setting.h"
#include "app/reader/code_text.h"
#include "app/reader/wide_formula.h"
#include "views/panel/desk.h"

#include <QtTest/QTest>

#include <functional>
#include <random>

using namespace eigenboard;
using print::PageRange;
using print::Strip;

namespace {

/// The cost that breakPages promises to make least, added up from its description for one set of breaks.
/// begins: the first strip of each page.
double costOf(const std::vector<Strip>& strips, const std::vector<std::size_t>& begins, double page) {
  double cost = 0;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const bool isLast = i + 1 == begins.size();
    const std::size_t end = isLast ? strips.size() : begins[i + 1];
    const double room = strips[begins[i]].bottom - strips[begins[i]].top + strips[begins[i]].head.height();
    const bool hasHead = room <= page && strips[begins[i]].head.height() <= page / 3;
    const double height =
        strips[end - 1].bottom - strips[begins[i]].top + (hasHead ? strips[begins[i]].head.height() : 0);
    if (height > page && end - begins[i] > 1)
      return std::numeric_limits<double>::infinity();
    const double empty = std::max(0., 1 - height / page);
    cost += isLast ? 0 : 400 * empty * empty + strips[end].cost;
  }
  return cost;
}

/// Every set of breaks there is.
double leastCost(const std::vector<Strip>& strips, double page) {
  double least = std::numeric_limits<double>::infinity();
  for (unsigned breaks = 0; breaks < 1u << (strips.size() - 1); ++breaks) {
    std::vector<std::size_t> begins{0};
    for (std::size_t i = 1; i < strips.size(); ++i)
      if (breaks >> (i - 1) & 1)
        begins.push_back(i);
    least = std::min(least, costOf(strips, begins, page));
  }
  return least;
}

std::vector<Strip> randomStrips(std::mt19937& random, int count, double tallest) {
  std::uniform_real_distribution<double> height(5, tallest);
  std::vector<Strip> strips;
  double y = 0;
  for (int i = 0; i < count; ++i) {
    const double cost = random() % 4 == 0 ? print::forbidden : static_cast<double>(random() % 60);
    strips.push_back({y, y + height(random), cost});
    y = strips.back().bottom + static_cast<double>(random() % 3) * 4;
  }
  return strips;
}

std::vector<std::size_t> beginsOf(const std::vector<Strip>& strips, const std::vector<PageRange>& pages) {
  std::vector<std::size_t> begins;
  for (const PageRange& page : pages)
    for (std::size_t i = 0; i < strips.size(); ++i)
      if (strips[i].top == page.top)
        begins.push_back(i);
  return begins;
}

/// The chapter as it is printed, with all that lives as long as it.
struct Chapter {
  book::Book book = book::readBook(QStringLiteral(CHAPTERS));
  panel::Registry registry = panel::registeredPanels();
  panel::Desk desk{registry};
  typesetting::Typesetter typesetter;
  print::Paper paper = print::a4();
  print::Setter setter{book, desk, typesetter, paper};
  print::SetText text;
  QHash<const reader::Paragraph*, reader::NodeKind> kinds;

  explicit Chapter(const QString& id) {
    const QString file = book.find(id)->file;
    const book::ChapterPage read = book::readChapterPage(QStringLiteral(CHAPTERS) + u'/' + file);
    const print::Printable made = print::printable(read.page.blocks);
    book::Blocks all = made.body;
    all.insert(all.end(), made.solutions.begin(), made.solutions.end());
    text = setter.set(all, file);
    collect(text.nodes);
  }
  void collect(const std::vector<reader::Node>& nodes) {
    for (const reader::Node& node : nodes) {
      if (node.text)
        kinds.insert(node.text.get(), node.kind);
      collect(node.children);
    }
  }

  std::vector<const reader::Node*> every(reader::NodeKind kind) const {
    std::vector<const reader::Node*> found;
    const std::function<void(const std::vector<reader::Node>&)> walk = [&](const auto& nodes) {
      for (const reader::Node& node : nodes) {
        if (node.kind == kind)
          found.push_back(&node);
        walk(node.children);
      }
    };
    walk(text.nodes);
    return found;
  }
  /// −1 for what is on none.
  int pageAt(double y) const {
    for (std::size_t i = 0; i < text.pages.size(); ++i)
      if (y >= text.pages[i].top && y <= text.pages[i].bottom)
        return static_cast<int>(i);
    return -1;
  }
  int pageOf(const reader::Paragraph& paragraph, int line) const {
    for (const reader::PlacedText& placed : text.layout.texts)
      if (placed.paragraph == &paragraph) {
        const auto [top, bottom] = paragraph.lineSpan(line);
        return pageAt(placed.origin.y() + (top + bottom) / 2);
      }
    return -1;
  }
  QSet<int> pagesOf(const reader::Paragraph& paragraph) const {
    QSet<int> pages;
    for (int line = 0; line < paragraph.lineCount(); ++line)
      if (paragraph.length() > 0)
        pages.insert(pageOf(paragraph, line));
    return pages;
  }
};

} // namespace

class PageBreaks : public QObject {
  Q_OBJECT

 private slots:
  void theBreaksCostLeast() {
    std::mt19937 random(11);
    for (int trial = 0; trial < 400; ++trial) {
      const std::vector<Strip> strips = randomStrips(random, 1 + static_cast<int>(random() % 11), 60);
      const auto begins = beginsOf(strips, print::breakPages(strips, 100));
      const double least = leastCost(strips, 100);
      // Sums of the same terms in another order: a few units in the last place of a forbidden break.
      QVERIFY(std::abs(costOf(strips, begins, 100) - least) <= 1e-9 * (1 + least));
    }
  }

  void theBreaksCostLeastWithHeadsRepeated() {
    std::mt19937 random(13);
    int repeated = 0;
    for (int trial = 0; trial < 400; ++trial) {
      std::vector<Strip> strips = randomStrips(random, 1 + static_cast<int>(random() % 11), 60);
      // The rows of one table, whose head is sometimes too high to be shown again.
      const double height = 1 + static_cast<double>(random() % 40);
      for (std::size_t i = 2; i < strips.size(); ++i)
        strips[i].head = {strips[1].top, strips[1].top + height, 4};
      const std::vector<PageRange> pages = print::breakPages(strips, 100);
      const double least = leastCost(strips, 100);
      QVERIFY(std::abs(costOf(strips, beginsOf(strips, pages), 100) - least) <= 1e-9 * (1 + least));
      for (const PageRange& page : pages) {
        QVERIFY(page.bottom - page.top + page.head.height() <= 100 + 1e-9);
        repeated += page.head.height() > 0;
      }
    }
    QVERIFY(repeated > 100);
  }

  void everyStripIsOnOnePageAndFits() {
    std::mt19937 random(12);
    for (int trial = 0; trial < 200; ++trial) {
      const std::vector<Strip> strips = randomStrips(random, 300, 260); // some are higher than a page
      const std::vector<PageRange> pages = print::breakPages(strips, 200);
      for (std::size_t i = 0; i < pages.size(); ++i) {
        QVERIFY(pages[i].bottom - pages[i].top <= 200 + 1e-9);
        QVERIFY(i == 0 || pages[i].top >= pages[i - 1].bottom);
      }
      for (const Strip& strip : strips) {
        double shown = 0;
        for (const PageRange& page : pages)
          shown += std::max(0., std::min(page.bottom, strip.bottom) - std::max(page.top, strip.top));
        QVERIFY(std::abs(shown - (strip.bottom - strip.top)) < 1e-6);
      }
    }
  }

  void nothingGivesNoPages() { QVERIFY(print::breakPages({}, 100).empty()); }

  void pagesOfTheBookCutNothingApart_data() {
    QTest::addColumn<QString>("id");
    for (const char* id : {"4.4", "4.6"})
      QTest::newRow(id) << QString::fromLatin1(id);
  }

  void pagesOfTheBookCutNothingApart() {
    QFETCH(QString, id);
    const Chapter chapter(id);
    const auto& pages = chapter.text.pages;
    QVERIFY(pages.size() > 10);
    using reader::NodeKind;
    for (std::size_t page = 0; page < pages.size(); ++page) {
      // The kinds of the first and the last line of the page, and whether a paragraph leaves one line there.
      struct Edge {
        double y = 0;
        NodeKind kind = NodeKind::Text;
      };
      Edge first{1e9}, last{-1e9};
      for (const reader::PlacedText& text : chapter.text.layout.texts) {
        const NodeKind kind = chapter.kinds.value(text.paragraph);
        int onPage = 0;
        const int lines = text.paragraph->lineCount();
        for (int i = 0; i < lines; ++i) {
          const auto [top, bottom] = text.paragraph->lineSpan(i);
          const double middle = text.origin.y() + (top + bottom) / 2;
          if (middle < pages[page].top || middle > pages[page].bottom)
            continue;
          ++onPage;
          if (middle < first.y)
            first = {middle, kind};
          if (middle > last.y)
            last = {middle, kind};
          // The whole line is on this page.
          QVERIFY(text.origin.y() + top >= pages[page].top - 1 &&
                  text.origin.y() + bottom <= pages[page].bottom + 1);
        }
        if (kind == NodeKind::Text && lines > 1)
          QVERIFY2(onPage != 1, qPrintable(QStringLiteral("page %1").arg(page + 1)));
      }
      const QByteArray where = QStringLiteral("page %1 of %2, from kind %3 to kind %4")
                                   .arg(page + 1)
                                   .arg(id)
                                   .arg(static_cast<int>(first.kind))
                                   .arg(static_cast<int>(last.kind))
                                   .toUtf8();
      QVERIFY2(first.kind != NodeKind::Display && first.kind != NodeKind::Output, where.constData());
      if (page + 1 < pages.size())
        QVERIFY2(last.kind != NodeKind::Display && last.kind != NodeKind::Heading &&
                     last.kind != NodeKind::Label && last.kind != NodeKind::Subheading &&
                     last.kind != NodeKind::Title,
                 where.constData());
    }
  }

  void rowsOfTablesStayWhole_data() { pagesOfTheBookCutNothingApart_data(); }

  void rowsOfTablesStayWhole() {
    QFETCH(QString, id);
    const Chapter chapter(id);
    int uneven = 0;
    for (const reader::Node* row : chapter.every(reader::NodeKind::Row)) {
      QSet<int> pages;
      QSet<int> lines;
      for (const reader::Node& cell : row->children) {
        const QSet<int> some = chapter.pagesOf(*cell.text);
        pages += some;
        lines.insert(cell.text->lineCount());
      }
      QCOMPARE(pages.size(), 1);
      uneven += lines.size() > 1;
    }
    QVERIFY(uneven > 5); // rows with gaps beside their highest cell are among them
  }

  void headOfAnExerciseIsNotAlone_data() { pagesOfTheBookCutNothingApart_data(); }

  void headOfAnExerciseIsNotAlone() {
    QFETCH(QString, id);
    const Chapter chapter(id);
    const auto exercises = chapter.every(reader::NodeKind::Exercise);
    QVERIFY(exercises.size() > 5);
    for (const reader::Node* exercise : exercises) {
      QVERIFY(!exercise->children.empty() && exercise->children.front().text);
      const int head = chapter.pageOf(*exercise->text, 0);
      const reader::Paragraph& text = *exercise->children.front().text;
      for (int line = 0; line < std::min(2, text.lineCount()); ++line)
        QVERIFY2(chapter.pageOf(text, line) == head, qPrintable(exercise->exercise.number));
      if (exercise->exercise.tierText)
        QCOMPARE(chapter.pageOf(*exercise->exercise.tierText, 0), head);
      for (const reader::Decoration& decoration : chapter.text.layout.decorations)
        if (decoration.kind == reader::DecorationKind::Hairline && decoration.node == exercise)
          QCOMPARE(chapter.pageAt(decoration.rect.center().y()), head);
    }
  }

  void nothingReachesOutOfTheColumnMoreThanItsPadding_data() { pagesOfTheBookCutNothingApart_data(); }

  void nothingReachesOutOfTheColumnMoreThanItsPadding() {
    QFETCH(QString, id);
    const Chapter chapter(id);
    const reader::Layout& layout = chapter.text.layout;
    const double right = layout.columnLeft + layout.columnWidth;
    int surfaces = 0;
    for (const reader::Decoration& decoration : layout.decorations) {
      if (decoration.kind != reader::DecorationKind::CodeSurface)
        continue;
      ++surfaces;
      QVERIFY(decoration.rect.right() - right <=
              std::max(0., layout.columnLeft - decoration.rect.left()) + 1);
    }
    QVERIFY(surfaces > 2);
    for (const reader::PlacedText& text : layout.texts)
      for (const reader::InlineObject& object : text.paragraph->objects())
        QVERIFY(!reader::isScrollable(object));
  }

  void brokenCodeHangs() {
    reader::Typography type = reader::typography(print::paperTheme(), 1);
    type.code.scrollsWide = false;
    const auto code = reader::codeText(QString(40, u'a') + QStringLiteral("\n") + QString(90, u'b'),
                                       QStringLiteral("text"), type, print::paperTheme());
    code->layOut(QFontMetricsF(type.code.font).horizontalAdvance(QString(41, u'b')));
    QCOMPARE(code->lineCount(), 4); // 40; 41, 39 and 10
    const auto left = [&](int start) { return code->rects({start, 1}).front().left(); };
    const double letter = QFontMetricsF(type.code.font).horizontalAdvance(u'b');
    QVERIFY(left(0) < 1 && left(41) < 1);
    QVERIFY(std::abs(left(41 + 41) - 2 * letter) < 1 && std::abs(left(41 + 41 + 39) - 2 * letter) < 1);
  }

  void symbolTablesNameNoControlsOnPaper() {
    const QString source =
        QStringLiteral("| Symbol | Said | On the panel |\n|---|---|---|\n| x | ex | `a` |\n\n"
                       "| One | Two |\n|---|---|\n| 1 | 2 |\n");
    const book::Blocks body = print::printable(book::parseMarkdown(source).blocks).body;
    QCOMPARE(body.size(), 2u);
    const auto& symbols = std::get<book::Table>(body[0].content);
    QCOMPARE(symbols.columns.size(), 2u);
    QCOMPARE(symbols.header.size(), 2u);
    QCOMPARE(symbols.rows[0].size(), 2u);
    QCOMPARE(book::plainText(symbols.rows[0][1]), QStringLiteral("ex"));
    QCOMPARE(std::get<book::Table>(body[1].content).columns.size(), 2u);
  }

  void liveThingsBecomeWordsAndSolutionsStandAtTheEnd() {
    const QString source = QStringLiteral(
        "# 1.1 First\n\nDrag [1.5](scrub:linear_algebra.transform/b), see [a "
        "shear](set:linear_algebra.transform?b=1) "
        "and [the next](other.md).\n\n**1.1.1** How much? [answer](check:number?value=2&tol=0.1)\n\n"
        "<details><summary>Hint</summary>\n\nAdd.\n\n</details>\n\n"
        "<details><summary>Solution</summary>\n\nTwo, of course.\n\n</details>\n\n"
        "<details><summary>More</summary>\n\nInside.\n\n</details>\n");
    const print::Printable made = print::printable(book::parseMarkdown(source).blocks);
    const auto words = [](const book::Blocks& blocks) {
      QStringList lines;
      for (const book::Block& block : blocks)
        if (const auto* paragraph = std::get_if<book::Paragraph>(&block.content))
          lines.append(book::plainText(paragraph->text));
      return lines;
    };
    QCOMPARE(words(made.body), (QStringList{QStringLiteral("Drag 1.5, see a shear and the next."),
                                            QStringLiteral("1.1.1 How much? ________"),
                                            QStringLiteral("More"), QStringLiteral("Inside.")}));
    QCOMPARE(words(made.hints), QStringList{QStringLiteral("1.1.1 Add.")});
    QCOMPARE(words(made.solutions), QStringList{QStringLiteral("1.1.1 Two, of course.")});
  }
};

QTEST_MAIN(PageBreaks)
#include "page_breaks_keep_together_what_belongs.moc"
