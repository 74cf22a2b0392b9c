#include "app/book/markdown.h"
#include "app/reader/places.h"
#include "app/reader/reader_find.h"
#include "tests/reader/reader_fixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;
using reader::FindOptions;
using reader::Passage;
using tests::ReaderFixture;

namespace {

const QString page = QString::fromUtf8(R"(# 1.1 First

Opening words about a matrix and its Matrix twin.

## One

The matrix $\mathbf{A}_{11}$ acts on a vector. A submatrix is a part of it. Non‑linear maps are not matrices,
and “quoted” words stand here.

- a list item about the matrix
- another item

| head | matrix cell |
|---|---|
| left | right |

```python
matrix = [[1, 0], [0, 1]]
```

## Two

The same sentence stands twice in this book of ours.

<details><summary>Hint</summary>

The matrix hides in a fold.

</details>

## Three

The same sentence stands twice in this book of ours.

)") + QStringLiteral("Some more words to fill the page with lines, one after the other, on and on.\n\n")
                         .repeated(30);

std::vector<reader::Node> nodesOf(const QString& text, ReaderFixture& fixture) {
  static const reader::Typography type = reader::typography(render::themeNamed(QStringLiteral("light")), 1);
  static const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  reader::LiveNumbers numbers(fixture.desk());
  const QSet<QString> goals;
  const reader::PageContext context{theme, type, numbers, [](const book::Link&) { return QString(); },
                                    goals, false};
  return reader::makeNodes(book::parseMarkdown(text).blocks, context);
}

/// How often the words stand in the source of the page, counted by Qt and not by us.
qsizetype countIn(const QString& text, const QString& words, Qt::CaseSensitivity sensitivity) {
  return text.count(words, sensitivity);
}

QString wordsAt(const Passage& passage) {
  return passage.paragraph->copy(passage.span);
}

} // namespace

class FindMarksAndQuotationsHold : public QObject {
  Q_OBJECT

 private slots:
  void countsAgreeWithTheSource() {
    ReaderFixture fixture(page);
    fixture.open();
    reader::Reader& reader = fixture.reader();
    // The formula's \mathbf has no "matrix" in it; everything else is visible text.
    QCOMPARE(reader.places().find(QStringLiteral("matrix"), {}),
             countIn(page, QStringLiteral("matrix"), Qt::CaseInsensitive));
    QCOMPARE(reader.places().find(QStringLiteral("Matrix"), {true, false}),
             countIn(page, QStringLiteral("Matrix"), Qt::CaseSensitive));
    const int whole = static_cast<int>(page.count(
        QRegularExpression(QStringLiteral("\\bmatrix\\b"), QRegularExpression::CaseInsensitiveOption)));
    QCOMPARE(reader.places().find(QStringLiteral("matrix"), {false, true}), whole);
    QCOMPARE(reader.places().find(QStringLiteral("nowhere to be found"), {}), 0);
    QCOMPARE(reader.places().find(QStringLiteral("   "), {}), 0);
    QCOMPARE(reader.places().find(QString(100'000, u'a'), {}), 0);
  }

  void dashesQuotesAndTexAreFound() {
    ReaderFixture fixture(page);
    fixture.open();
    reader::Reader& reader = fixture.reader();
    QCOMPARE(reader.places().find(QStringLiteral("non-linear"), {}), 1);
    QCOMPARE(reader.places().find(QStringLiteral("\"quoted\""), {}), 1);
    QCOMPARE(reader.places().find(QStringLiteral("\\mathbf{A}"), {}), 1);
    QCOMPARE(reader.places().find(QStringLiteral("mathbf"), {}),
             0); // plain words are not looked for in formulas
  }

  void matchesInFoldsOpenThem() {
    ReaderFixture fixture(page);
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const double closed = reader.layout().height;
    QCOMPARE(reader.places().find(QStringLiteral("hides in a fold"), {}), 1);
    QVERIFY(reader.layout().height > closed);
  }

  void theCurrentMatchIsPaintedStronger() {
    ReaderFixture fixture(page);
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const QImage before = reader.viewport()->grab().toImage();
    QVERIFY(reader.places().find(QStringLiteral("matrix"), {}) > 2);
    const QImage first = reader.viewport()->grab().toImage();
    QVERIFY(first != before);
    reader.places().showMatch(reader.places().currentMatch() + 1);
    QVERIFY(reader.viewport()->grab().toImage() != first);
    reader.places().endFind();
    reader.setPosition(0);
    QCOMPARE(reader.viewport()->grab().toImage(), before);
  }

  void aQuotationIsFoundAgain() {
    ReaderFixture fixture(page);
    const std::vector<reader::Node> nodes = nodesOf(page, fixture);
    const std::vector<Passage> found = reader::findAll(nodes, QStringLiteral("acts on a vector"), {});
    QCOMPARE(found.size(), std::size_t(1));
    const reader::Quotation quotation = reader::quote(nodes, found);
    QCOMPARE(quotation.words, QStringLiteral("acts on a vector"));
    QCOMPARE(quotation.anchor, QStringLiteral("one"));
    const std::vector<Passage> again = reader::findQuotation(nodes, quotation);
    QCOMPARE(again.size(), std::size_t(1));
    QCOMPARE(wordsAt(again.front()), quotation.words);
  }

  void equalWordsAreToldApart() {
    ReaderFixture fixture(page);
    const std::vector<reader::Node> nodes = nodesOf(page, fixture);
    const std::vector<Passage> both =
        reader::findAll(nodes, QStringLiteral("same sentence stands twice"), {});
    QCOMPARE(both.size(), std::size_t(2));
    for (const Passage& passage : both) {
      const std::vector<Passage> again = reader::findQuotation(nodes, reader::quote(nodes, {passage}));
      QCOMPARE(again.size(), std::size_t(1));
      QCOMPARE(again.front().paragraph, passage.paragraph);
    }
  }

  void changedTextIsStillFound_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("moved to another section")
        << "# 1.1 First\n\n## Other\n\nHere the quick brown fox jumps over the lazy dog today.\n"
        << "the quick brown fox jumps over the lazy dog";
    QTest::newRow("two words changed")
        << "# 1.1 First\n\n## Here\n\nHere the quick red fox jumps above the lazy dog today.\n"
        << "the quick red fox jumps above the lazy dog";
    QTest::newRow("a word more")
        << "# 1.1 First\n\n## Here\n\nHere the quick brown fox often jumps over the lazy dog.\n"
        << "the quick brown fox often jumps over the lazy dog";
    QTest::newRow("over two paragraphs")
        << "# 1.1 First\n\n## Here\n\nHere the quick brown fox\n\njumps over the lazy dog.\n"
        << "the quick brown fox";
    QTest::newRow("gone")
        << "# 1.1 First\n\n## Here\n\nNothing of all that stands here any more, nothing at all.\n"
        << "";
    QTest::newRow("empty page") << ""
                                << "";
  }
  void changedTextIsStillFound() {
    QFETCH(QString, text);
    QFETCH(QString, found);
    ReaderFixture fixture(page);
    const std::vector<reader::Node> nodes = nodesOf(text, fixture);
    const std::vector<Passage> passages = reader::findQuotation(
        nodes, {QStringLiteral("here"), QStringLiteral("the quick brown fox jumps over the lazy dog"), {}});
    QCOMPARE(passages.empty(), found.isEmpty());
    if (!passages.empty())
      QCOMPARE(wordsAt(passages.front()), found);
  }

  void sectionsAreTheHeadings() {
    ReaderFixture fixture(page);
    fixture.open();
    QStringList titles;
    for (const reader::Section& section : fixture.reader().places().sections())
      titles += section.title;
    QCOMPARE(titles, (QStringList{"One", "Two", "Three"}));
    QVERIFY(fixture.reader().places().goTo(QStringLiteral("three")));
    QCOMPARE(fixture.reader().places().currentSection(), QStringLiteral("three"));
    QVERIFY(!fixture.reader().places().goTo(QStringLiteral("nowhere")));
    // At the top the opening is short: the first heading is above the line at which one reads.
    fixture.reader().setPosition(0);
    QCOMPARE(fixture.reader().places().currentSection(), QStringLiteral("one"));
  }

  void aPassageIsShown() {
    ReaderFixture fixture(page);
    fixture.open();
    QSignalSpy jumped(&fixture.reader(), &reader::Reader::jumped);
    QVERIFY(fixture.reader().places().showPassage(QStringLiteral("matrix hides in a fold")));
    QCOMPARE(jumped.count(), 1);
    QVERIFY(!fixture.reader().places().showPassage(QStringLiteral("these words are not on the page")));
    QVERIFY(!fixture.reader().places().showPassage({}));
  }

  void notesAreMarkedAndLostOnesTold() {
    ReaderFixture fixture(page);
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const QImage before = reader.viewport()->grab().toImage();
    reader.places().setNotes(
        {{5, {QStringLiteral("one"), QStringLiteral("acts on a vector"), {}}, QStringLiteral("why?")},
         {6, {QStringLiteral("one"), QStringLiteral("words that were taken out long ago"), {}}, {}}});
    QVERIFY(reader.viewport()->grab().toImage() != before);
    QVERIFY(!reader.places().isNoteLost(5));
    QVERIFY(reader.places().isNoteLost(6));
    QVERIFY(!reader.places().noteRect(5).isEmpty());
    QSignalSpy chosen(&reader, &reader::Reader::noteChosen);
    QTest::mouseClick(reader.viewport(), Qt::LeftButton, {}, reader.places().noteRect(5).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), 5);
  }
};

QTEST_MAIN(FindMarksAndQuotationsHold)
#include "find_marks_and_quotations_hold.moc"
