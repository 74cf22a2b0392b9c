#include "app/book/chapter_page.h"
#include "tests/support/peak_memory.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace eigenboard::book;
using eigenboard::tests::peakMemory;

namespace {

bool mentions(const Blocks& blocks);

bool mentions(const Block& block) {
  if (std::holds_alternative<Message>(block.content))
    return true;
  if (const auto* quote = std::get_if<Quote>(&block.content))
    return mentions(quote->blocks);
  if (const auto* list = std::get_if<List>(&block.content)) {
    for (const ListItem& item : list->items)
      if (mentions(item.blocks))
        return true;
  }
  if (const auto* fold = std::get_if<Fold>(&block.content))
    return mentions(fold->blocks);
  return false;
}

bool mentions(const Blocks& blocks) {
  for (const Block& block : blocks)
    if (mentions(block))
      return true;
  return false;
}

bool containsText(const Blocks& blocks, const QString& text) {
  for (const Block& block : blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
      if (plainText(paragraph->text).contains(text))
        return true;
  return false;
}

} // namespace

/// Whatever a page holds, it is read in under a second and 300 MB.
class HostilePagesAreBounded : public QObject {
  Q_OBJECT

 private slots:
  void page_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("message"); ///< a message must stand in place of what was left out
    const auto repeated = [](const char* text, int times) { return QString::fromUtf8(text).repeated(times); };
    const QString tail = QStringLiteral("\n\nThe end.\n");
    QTest::newRow("wide table") << repeated("| a ", 10000) + "|\n" + repeated("|---", 10000) + "|\n" +
                                       repeated("| 1 |\n", 4000) + tail
                                << true;
    QTest::newRow("long table") << QStringLiteral("| a | b |\n|---|---|\n") + repeated("| 1 | 2 |\n", 60000) +
                                       tail
                                << true;
    QTest::newRow("table of short rows")
        << repeated("|a", 30) + "|\n" + repeated("|-", 30) + "|\n" + repeated("|\n", 100000) + tail << true;
    QTest::newRow("nested quotes") << repeated(">", 100000) + " deep" + tail << true;
    QTest::newRow("nested quotes on many lines")
        << repeated("> > > > > > > > > > > > > > > > > > > > > > a\n\n", 10000) + tail << true;
    QTest::newRow("nested lists") << repeated("- ", 100000) + "deep" + tail << true;
    QTest::newRow("growing lists") << [] {
      QString text;
      for (int depth = 0; depth < 1000; ++depth)
        text += QString(2 * depth, u' ') + QStringLiteral("- a\n");
      return text;
    }() + tail << true;
    QTest::newRow("nested folds") << repeated("<details><summary>a</summary>\n\n", 20000) + tail << true;
    QTest::newRow("nested emphasis") << repeated("*a ", 100000) + repeated("*", 100000) + tail << false;
    QTest::newRow("open brackets") << repeated("[", 300000) + tail << false;
    QTest::newRow("open images") << repeated("![", 200000) + tail << false;
    QTest::newRow("nested links") << repeated("[a](", 100000) + tail << false;
    QTest::newRow("dollars") << repeated("$", 400000) + tail << false;
    QTest::newRow("open formulas") << repeated("${ ", 300000) + tail << false;
    QTest::newRow("open formulas on lines") << repeated("${a\n\n", 150000) + tail << true;
    QTest::newRow("open displays") << repeated("$$ a\n\n", 100000) + tail << true;
    QTest::newRow("backticks") << [] {
      QString text;
      for (int length = 1; length < 1200; ++length)
        text += QString(length, u'`') + u' ';
      return text;
    }() + tail << false;
    QTest::newRow("angle brackets") << repeated("<", 400000) + tail << false;
    QTest::newRow("open comments") << repeated("<!-- a", 100000) + tail << false;
    QTest::newRow("many paragraphs") << repeated("a\n\n", 200000) + tail << true;
    QTest::newRow("one long paragraph") << repeated("word ", 190000) + tail << false;
    QTest::newRow("long code") << QStringLiteral("```python\n") + repeated("x = 1\n", 100000) + "```\n" + tail
                               << true;
    QTest::newRow("references") << repeated("[a]: b\n", 100000) + tail << false;
    QTest::newRow("too long") << repeated("a b c d e f g h i\n\n", 300000) + tail << true;
    QTest::newRow("null characters") << QString(100000, QChar(0)) + tail << false;
    QTest::newRow("entities") << repeated("&amp;", 150000) + tail << false;
  }
  void page() {
    QFETCH(QString, source);
    QFETCH(bool, message);
    QElapsedTimer clock;
    clock.start();
    const ChapterPage chapter = chapterPage(source);
    const qint64 milliseconds = clock.elapsed();
    QVERIFY2(milliseconds < 1000, qPrintable(QStringLiteral("%1 ms").arg(milliseconds)));
    QVERIFY2(peakMemory() < 300'000, qPrintable(QStringLiteral("%1 kB").arg(peakMemory())));
    QCOMPARE(mentions(chapter.page.blocks), message);
    if (message)
      QVERIFY(!chapter.page.problems.empty());
  }

  void aHugeTableLeavesTheRestOfThePage() {
    const QString source = QStringLiteral("Before.\n\n") + QStringLiteral("|a").repeated(9000) +
                           QStringLiteral("|\n") + QStringLiteral("|-").repeated(9000) +
                           QStringLiteral("|\n") + QStringLiteral("| 1 |\n").repeated(3000) +
                           QStringLiteral("\nAfter.\n");
    const ChapterPage chapter = chapterPage(source);
    QVERIFY(containsText(chapter.page.blocks, QStringLiteral("Before.")));
    QVERIFY(containsText(chapter.page.blocks, QStringLiteral("After.")));
    QVERIFY(mentions(chapter.page.blocks));
  }

  void bytesThatAreNoTextAreRead() {
    QByteArray bytes;
    unsigned state = 1;
    for (int i = 0; i < 300000; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>(state >> 24);
    }
    const ChapterPage chapter = chapterPage(QString::fromUtf8(bytes));
    QVERIFY(!chapter.page.blocks.empty());
  }
};

QTEST_APPLESS_MAIN(HostilePagesAreBounded)
#include "hostile_pages_are_bounded.moc"
