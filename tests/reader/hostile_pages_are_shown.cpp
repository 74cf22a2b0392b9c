#include "tests/reader/reader_fixture.h"
#include "tests/support/peak_memory.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;
using tests::peakMemory;
using tests::ReaderFixture;

/// Reading, setting and painting a page at both its ends: under a second and 300 MB, whatever the page holds,
/// and what stands after the trouble is still there unless the page is too large as a whole.
class HostilePagesAreShown : public QObject {
  Q_OBJECT

 private slots:
  void page_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("endIsShown");
    const auto repeated = [](const char* text, int times) { return QString::fromUtf8(text).repeated(times); };
    const auto row = [](const char* name, const QString& source, bool endIsShown = true) {
      QTest::newRow(name) << source << endIsShown;
    };
    row("wide table",
        repeated("| a ", 10000) + "|\n" + repeated("|---", 10000) + "|\n" + repeated("| 1 |\n", 4000));
    row("largest table",
        repeated("| a ", 40) + "|\n" + repeated("|---", 40) + "|\n" + repeated("| word ", 40) + "|\n");
    row("long table", QStringLiteral("| a | b |\n|---|---|\n") + repeated("| 1 | $x$ |\n", 1200));
    row("nested quotes", repeated(">", 100000) + " deep");
    row("allowed quotes", repeated("> ", 22) + "deep");
    row("nested lists", repeated("- ", 22) + "deep");
    row("nested folds", repeated("<details><summary>a</summary>\n\n", 5000), false);
    row("nested emphasis", repeated("*a ", 20000) + repeated("*", 20000));
    row("a long word", repeated("a", 30000));
    row("a long paragraph", repeated("word ", 20000));
    row("many links", repeated("[a](set:linear_algebra.transform?b=1) ", 3000));
    row("many broken links", repeated("[a](panel:x.y) ", 3000));
    row("many live values", repeated("[1](value:linear_algebra.transform/det) ", 2000));
    row("many formulas", repeated("$x$ ", 3000));
    row("bad formulas", repeated("$\\frac$ ", 1000));
    row("many paragraphs", repeated("a\n\n", 9000));
    row("too many paragraphs", repeated("a\n\n", 100000), false);
    row("long code", QStringLiteral("```python\n") + repeated("x = \"a\" + 1  # b\n", 2900) + "```\n");
    row("one line of code", QStringLiteral("```python\n") + repeated("x", 100000) + "\n```\n");
    row("strange characters",
        QStringLiteral("\u202e\u0301\u0301\u200b\ufeff\U0001F600 \u2028 ") + repeated("\u0301", 5000));
  }
  void page() {
    QFETCH(QString, source);
    QFETCH(bool, endIsShown);
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\n") + source + QStringLiteral("\n\nThe end.\n"));
    QElapsedTimer clock;
    clock.start();
    fixture.reader().openChapter(QStringLiteral("1.1"));
    fixture.reader().grab();
    fixture.reader().verticalScrollBar()->setValue(fixture.reader().verticalScrollBar()->maximum());
    fixture.reader().grab();
    const qint64 milliseconds = clock.elapsed();
    QVERIFY2(milliseconds < 1000, qPrintable(QStringLiteral("%1 ms").arg(milliseconds)));
    QVERIFY2(peakMemory() < 300'000, qPrintable(QStringLiteral("%1 kB").arg(peakMemory())));
    QCOMPARE(fixture.reader().text().contains(QStringLiteral("The end.")), endIsShown);
  }
};

QTEST_MAIN(HostilePagesAreShown)
#include "hostile_pages_are_shown.moc"
