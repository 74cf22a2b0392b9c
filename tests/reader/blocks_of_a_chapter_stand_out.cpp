#include "tests/reader/reader_fixture.h"

#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

#include <algorithm>

using namespace eigenboard;
using reader::DecorationKind;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString exercises() {
  return QStringLiteral(
      "# 1.1 First\n\n## Exercises\n\n### Verify\n\n**1.1.1** Half of one? "
      "[answer](check:number?value=0.5&tol=0.01) Its double? [answer](check:number?value=1)\n\n"
      "<details><summary>Hint</summary>\n\nThink.\n\n</details>\n\n"
      "**1.1.2** [Flatten the plane](goal:linear_algebra.transform/rank_one).\n\n### Build\n\n"
      "**1.1.3** Write it.\n\n<details><summary>Solution</summary>\n\nSo.\n\n</details>\n");
}

void answer(ReaderFixture& fixture, int number, const QString& text) {
  int found = 0;
  const auto& targets = fixture.reader().layout().targets;
  for (int i = 0; i < static_cast<int>(targets.size()); ++i)
    if (targets[static_cast<std::size_t>(i)].kind == TargetKind::Object && found++ == number) {
      fixture.click(i);
      auto* entry = fixture.reader().viewport()->findChild<QLineEdit*>();
      QVERIFY(entry);
      entry->setText(text);
      QTest::keyClick(entry, Qt::Key_Return);
      QTest::qWait(10);
      return;
    }
  QFAIL("no such answer");
}

int count(const reader::Layout& layout, DecorationKind kind) {
  return static_cast<int>(std::count_if(layout.decorations.begin(), layout.decorations.end(),
                                        [&](const reader::Decoration& made) { return made.kind == kind; }));
}

QString states(const reader::Reader& reader) {
  QStringList words;
  for (const reader::ExerciseState& state : reader.exercises())
    words.push_back(state.number + u' ' + state.tier +
                    (state.solved  ? QStringLiteral(" solved")
                     : state.tried ? QStringLiteral(" tried")
                                   : QString()));
  return words.join(QStringLiteral("; "));
}

} // namespace

/// Exercises, statements, mistakes, components and footnotes are blocks of their own, and answer.
class BlocksOfAChapterStandOut : public QObject {
  Q_OBJECT

 private slots:
  void exercisesFollowTheirAnswers() {
    ReaderFixture fixture(exercises());
    fixture.open();
    QSignalSpy changed(&fixture.reader(), &reader::Reader::exerciseChanged);
    QCOMPARE(states(fixture.reader()), QStringLiteral("1.1.1 Verify; 1.1.2 Verify; 1.1.3 Build"));
    answer(fixture, 0, QStringLiteral("0.7"));
    QCOMPARE(states(fixture.reader()), QStringLiteral("1.1.1 Verify tried; 1.1.2 Verify; 1.1.3 Build"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.takeFirst().first().toString(), QStringLiteral("exercise-1.1.1"));
    answer(fixture, 0, QStringLiteral("0.5"));
    QCOMPARE(changed.size(), 0); // one of two is right: still tried
    answer(fixture, 1, QStringLiteral("1"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(states(fixture.reader()).startsWith(QStringLiteral("1.1.1 Verify solved")));
    fixture.transform().apply({{QStringLiteral("A"), QStringLiteral("1,1;1,1")}});
    QTRY_VERIFY(states(fixture.reader()).contains(QStringLiteral("1.1.2 Verify solved")));
    // All of it is still there in another theme and text size.
    const QString before = states(fixture.reader());
    fixture.reader().setTheme(render::themeNamed(QStringLiteral("contrast")));
    fixture.reader().setZoom(1.4);
    QCOMPARE(states(fixture.reader()), before);
  }

  void anExerciseWithoutChecksIsMarkedByHand() {
    ReaderFixture fixture(exercises());
    fixture.open();
    fixture.click(fixture.target(TargetKind::Fold, QStringLiteral("Solution")));
    QVERIFY(states(fixture.reader()).endsWith(QStringLiteral("1.1.3 Build tried")));
    fixture.click(fixture.target(TargetKind::Fold, QStringLiteral("Solution")));
    QVERIFY(states(fixture.reader()).endsWith(QStringLiteral("1.1.3 Build tried")));
    fixture.click(fixture.target(TargetKind::Exercise, QStringLiteral("1.1.3")));
    QVERIFY(states(fixture.reader()).endsWith(QStringLiteral("1.1.3 Build solved")));
    // The same by keys takes it back.
    QTest::keyClick(&fixture.reader(), Qt::Key_Return);
    QVERIFY(states(fixture.reader()).endsWith(QStringLiteral("1.1.3 Build tried")));
    // What the program checks is not to be claimed.
    fixture.reader().setExerciseDone(QStringLiteral("exercise-1.1.1"), true);
    fixture.click(fixture.target(TargetKind::Exercise, QStringLiteral("1.1.1")));
    QVERIFY(states(fixture.reader()).startsWith(QStringLiteral("1.1.1 Verify;")));
  }

  void footnotesLeadThereAndBack() {
    QString text = QStringLiteral("# 1.1 First\n\nA claim[^one] of many.\n\n");
    for (int i = 0; i < 60; ++i)
      text += QStringLiteral("A paragraph that fills the page with its words.\n\n");
    ReaderFixture fixture(text + QStringLiteral("[^one]: Its *source*.\n"));
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const int number = fixture.target(TargetKind::Link, QStringLiteral("Footnote 1: Its source."));
    // The number is smaller than the words and stands above them, and the line is no taller for it.
    const auto& layout = reader.layout();
    const auto& plain = *layout.texts[3].paragraph;
    QCOMPARE(layout.texts[2].paragraph->height(), plain.height());
    // Reached by keys, the note is shown beside its number.
    QTest::keyClick(&reader, Qt::Key_Tab);
    QCOMPARE(reader.focusedTarget(), number);
    QTRY_COMPARE(reader.cardText(), QStringLiteral("Its source."));
    fixture.click(number);
    const int back = fixture.target(TargetKind::Link, QStringLiteral("Back to the text"));
    QCOMPARE(reader.focusedTarget(), back);
    QVERIFY(reader.scrolled() > 0);
    QTest::keyClick(&reader, Qt::Key_Return);
    QCOMPARE(reader.focusedTarget(), number);
    QCOMPARE(reader.scrolled(), 0.);
    QVERIFY(reader.text().contains(QStringLiteral("A claim1 of many.")));
  }

  void blocksAreSetOff() {
    ReaderFixture fixture(QStringLiteral(
        "# 1.1 First\n\n## The problem: one\n\nWords.\n\n**Theorem 1.** With "
        "$x$,\n\n$$\nx=1\n$$\n\nAfter.\n\n"
        "> [!WARNING]\n> Mind it.\n\n> A quote.\n\n## Common mistakes\n\n"
        "**Early.** *Symptom:* it fails. *Cause:* haste. *Fix:* wait.\n\n- [ ] open\n- [x] done\n"));
    fixture.open();
    const reader::Layout& layout = fixture.reader().layout();
    QCOMPARE(count(layout, DecorationKind::ComponentSign), 2);
    QCOMPARE(count(layout, DecorationKind::StatementSurface), 2);
    QCOMPARE(count(layout, DecorationKind::StatementSign), 1);
    QCOMPARE(count(layout, DecorationKind::QuoteBar), 1);
    QCOMPARE(count(layout, DecorationKind::MistakeBar), 1);
    // The words in a statement stay in line with those around it.
    for (const reader::PlacedText& text : layout.texts)
      if (text.paragraph->copy({0, 7}) == QStringLiteral("Theorem"))
        QCOMPARE(text.origin.x(), layout.columnLeft);
    const QString copied = fixture.reader().text();
    QVERIFY2(copied.contains(QStringLiteral("Early.\nSymptom It fails.\nCause Haste.\nFix Wait.")),
             qPrintable(copied));
    QVERIFY(copied.contains(QStringLiteral("Warning\n\nMind it.")));
    QVERIFY(!copied.contains(QStringLiteral("[!WARNING]")));
  }

  void picturesArriveWithoutMovingThePage() {
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\n![A red field](red.png \"A caption\")\n\nAfter.\n\n"
                                         "![Gone](missing.png)\n\n![Out](../../../etc/passwd)\n"));
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(fixture.folder() + QStringLiteral("/one/red.png"), "PNG"));
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const auto& layout = reader.layout();
    QCOMPARE(count(layout, DecorationKind::Picture), 1);
    const auto found = std::find_if(layout.decorations.begin(), layout.decorations.end(),
                                    [](const auto& made) { return made.kind == DecorationKind::Picture; });
    const QRectF place = found->rect;
    QCOMPARE(place.size(), QSizeF(200, 100));
    QTRY_COMPARE(reader.viewport()->grab().toImage().pixelColor(place.center().toPoint()), QColor(Qt::red));
    QCOMPARE(found->rect, place);
    const QString words = reader.text();
    QVERIFY(words.contains(QStringLiteral("A red field"))); // for who cannot see it
    QVERIFY(words.contains(QStringLiteral("A caption")));
    QVERIFY(words.contains(QStringLiteral("Gone (there is no picture 'missing.png')")));
    QVERIFY(words.contains(QStringLiteral("Out (pictures come from the book")));
  }

  void cardsShowTheirPanel() {
    ReaderFixture fixture(
        QStringLiteral("# 1.1 First\n\n[Drag it](panel:linear_algebra.transform?preset=shear)\n"));
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const reader::Target card =
        reader.layout().targets.at(static_cast<std::size_t>(fixture.target(TargetKind::Card)));
    const auto picture = [&] { return reader.viewport()->grab(card.rect.toAlignedRect()).toImage(); };
    QTest::qWait(150);
    const QImage first = picture();
    // The card of the panel on the stage follows the panel, a few times a second.
    fixture.transform().apply({{QStringLiteral("A"), QStringLiteral("-1,0;0,2")}});
    QTRY_VERIFY(picture() != first);
  }
};

QTEST_MAIN(BlocksOfAChapterStandOut)
#include "blocks_of_a_chapter_stand_out.moc"
