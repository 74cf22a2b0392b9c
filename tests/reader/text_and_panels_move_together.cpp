#include "app/reader/places.h"
#include "tests/reader/reader_fixture.h"

#include <QtGui/QClipboard>
#include <QtGui/QPaintEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;
using reader::ObjectKind;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString page() {
  QString text = QStringLiteral(
      "# 1.1 First\n\nA sentence with $x^2$ in it, and [a pure "
      "shear](set:linear_algebra.transform?preset=identity&b=1).\n\n"
      "Drag [0.5](scrub:linear_algebra.transform/b) and watch "
      "[1.50](value:linear_algebra.transform/det?digits=2).\n\n"
      "[Flatten the plane](goal:linear_algebra.transform/rank_one), then see [the second](second.md) or "
      "[nothing](nowhere.md) or [a wrong panel](set:linear_algebra.transfrom?b=1).\n\n");
  for (int i = 0; i < 40; ++i)
    text += QStringLiteral(
                "Paragraph %1 of some words that fill a line or two of the page, and a little more.\n\n")
                .arg(i);
  text += QStringLiteral("[Turn v](panel:linear_algebra.eigen?preset=saddle)\n\n");
  for (int i = 0; i < 40; ++i)
    text += QStringLiteral(
                "Paragraph %1 of some words that fill a line or two of the page, and a little more.\n\n")
                .arg(i);
  return text;
}

/// Records what the viewport is asked to repaint.
class PaintRecorder : public QObject {
 public:
  QRegion painted;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::Paint)
      painted += static_cast<QPaintEvent*>(event)->region();
    return false;
  }
};

} // namespace

class TextAndPanelsMoveTogether : public QObject {
  Q_OBJECT

 private slots:
  void aSetLinkMovesThePanel() {
    ReaderFixture fixture(page());
    fixture.open();
    QSignalSpy wanted(&fixture.reader(), &reader::Reader::stageWanted);
    fixture.click(fixture.target(TargetKind::Link, QStringLiteral("a pure shear")));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("linear_algebra.transform"));
    QTRY_VERIFY(!fixture.transform().isAnimating());
    QCOMPARE(fixture.transform().number(QStringLiteral("a")), 1.0);
    QCOMPARE(fixture.transform().number(QStringLiteral("b")), 1.0);
    QCOMPARE(fixture.desk().undoStack().count(), 1);
  }

  void aNumberIsDraggedAsOneUndoStep() {
    ReaderFixture fixture(page());
    fixture.open();
    const int number = fixture.target(TargetKind::Object);
    const QPoint from = fixture.pointOf(number);
    QWidget* viewport = fixture.reader().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (int dx = 2; dx <= 100; dx += 2)
      QTest::mouseMove(viewport, from + QPoint(dx, dx % 7));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, from + QPoint(100, 0));
    // 2 px are a step of 0.05, so 100 px are 2.5.
    QCOMPARE(fixture.transform().number(QStringLiteral("b")), 3.0);
    QTRY_COMPARE(fixture.textOf(number), QStringLiteral("3"));
    QCOMPARE(fixture.desk().undoStack().count(), 1);
    fixture.desk().undoStack().undo();
    QCOMPARE(fixture.transform().number(QStringLiteral("b")), 0.5);
    QVERIFY(!fixture.reader().viewport()->findChild<QLineEdit*>());
  }

  void aNumberIsSteppedTypedAndResetByTheKeyboard() {
    ReaderFixture fixture(page());
    fixture.open();
    const int number = fixture.target(TargetKind::Object);
    // The first stop of Tab is the first thing on the page, the second is the number.
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QCOMPARE(fixture.reader().focusedTarget(), number);
    const auto b = [&] { return fixture.transform().number(QStringLiteral("b")); };
    QTest::keyClick(&fixture.reader(), Qt::Key_Right);
    QCOMPARE(b(), 0.55);
    QTest::keyClick(&fixture.reader(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(b(), 0.05);
    QTest::keyClick(&fixture.reader(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(b(), 0.055);
    QTest::keyClick(&fixture.reader(), Qt::Key_Delete);
    QCOMPARE(b(), 0.5);
    QTest::keyClick(&fixture.reader(), Qt::Key_Return);
    auto* entry = fixture.reader().viewport()->findChild<QLineEdit*>();
    QVERIFY(entry);
    QTRY_VERIFY(entry->hasFocus());
    QTest::keyClicks(entry, QStringLiteral("-1/4"));
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(b(), -0.25);
    // Typing a figure on the number begins its new value.
    QTest::keyClick(&fixture.reader(), Qt::Key_3);
    QTRY_VERIFY((entry = fixture.reader().viewport()->findChild<QLineEdit*>()) && entry->isVisible());
    QCOMPARE(entry->text(), QStringLiteral("3"));
    QTest::keyClick(entry, Qt::Key_Escape);
    QCOMPARE(b(), -0.25);
  }

  void aTypedValueOutOfRangeChangesNothing() {
    ReaderFixture fixture(page());
    fixture.open();
    fixture.click(fixture.target(TargetKind::Object));
    auto* entry = fixture.reader().viewport()->findChild<QLineEdit*>();
    QVERIFY(entry);
    entry->setText(QStringLiteral("1000"));
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(fixture.transform().number(QStringLiteral("b")), 0.5);
    QCOMPARE(fixture.desk().undoStack().count(), 0);
  }

  void aDoubleClickResetsANumber() {
    ReaderFixture fixture(page());
    fixture.open();
    fixture.transform().set(QStringLiteral("b"), 3.0);
    const int number = fixture.target(TargetKind::Object);
    const QPoint point = fixture.pointOf(number);
    QTest::mouseClick(fixture.reader().viewport(), Qt::LeftButton, {}, point);
    auto* entry = fixture.reader().viewport()->findChild<QLineEdit*>();
    QVERIFY(entry);
    QTest::mouseDClick(entry, Qt::LeftButton, {}, entry->rect().center());
    QCOMPARE(fixture.transform().number(QStringLiteral("b")), 0.5);
  }

  void aLiveValueFollowsAndNothingElseIsRepainted() {
    ReaderFixture fixture(page());
    fixture.open();
    const auto value = fixture.object(ObjectKind::Value);
    QCOMPARE(value.object->text, QStringLiteral("1.50"));
    const double height = fixture.reader().layout().height;
    PaintRecorder recorder;
    fixture.reader().viewport()->installEventFilter(&recorder);
    QTest::qWait(50);
    recorder.painted = {};
    fixture.transform().set(QStringLiteral("a"), -2.25);
    QTRY_COMPARE(value.object->text, QStringLiteral("−2.25"));
    QTest::qWait(50);
    QVERIFY(!recorder.painted.isEmpty());
    const QRect allowed =
        value.box.translated(0, -fixture.reader().scrolled()).adjusted(-6, -6, 6, 6).toAlignedRect();
    const QRect seen = recorder.painted.boundingRect();
    QVERIFY2(allowed.contains(seen), qPrintable(QStringLiteral("painted %1,%2 %3x%4")
                                                    .arg(seen.x())
                                                    .arg(seen.y())
                                                    .arg(seen.width())
                                                    .arg(seen.height())));
    QCOMPARE(fixture.reader().layout().height, height);
    QCOMPARE(fixture.object(ObjectKind::Value).box, value.box);
  }

  void aGoalTicksItselfOffAndStaysSo() {
    ReaderFixture fixture(page());
    fixture.open();
    QSignalSpy done(&fixture.reader(), &reader::Reader::goalDone);
    const auto box = fixture.object(ObjectKind::Tick);
    QCOMPARE(box.object->mark, reader::Mark::None);
    fixture.transform().apply({{QStringLiteral("preset"), QStringLiteral("singular")}});
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(box.object->mark, reader::Mark::Right);
    fixture.transform().reset();
    QTest::qWait(30);
    QCOMPARE(box.object->mark, reader::Mark::Right);
    QCOMPARE(fixture.reader().goalsDone(), QStringList{QStringLiteral("linear_algebra.transform/rank_one")});
    fixture.reader().setTheme(render::themeNamed(QStringLiteral("dark")));
    QCOMPARE(fixture.object(ObjectKind::Tick).object->mark, reader::Mark::Right);
  }

  void theFirstPanelIsAskedForAtOpening() {
    ReaderFixture fixture(page());
    QSignalSpy asked(&fixture.reader(), &reader::Reader::panelRequested);
    fixture.open();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("linear_algebra.transform"));
  }

  void aCardsPanelIsAskedForWhenTheReaderArrives() {
    ReaderFixture fixture(page());
    fixture.open();
    QSignalSpy asked(&fixture.reader(), &reader::Reader::panelRequested);
    const double top = fixture.reader()
                           .layout()
                           .targets.at(static_cast<std::size_t>(fixture.target(TargetKind::Card)))
                           .rect.top();
    QScrollBar* bar = fixture.reader().verticalScrollBar();
    bar->setValue(static_cast<int>(top) - 650);
    QTest::qWait(300);
    QCOMPARE(asked.size(), 0); // it is at the bottom of the window
    bar->setValue(static_cast<int>(top) - 100);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("linear_algebra.eigen"));
    const auto settings = asked.at(0).at(1).value<panel::Settings>();
    QCOMPARE(settings, (panel::Settings{{QStringLiteral("preset"), QStringLiteral("saddle")}}));
    bar->setValue(static_cast<int>(top) + 900);
    bar->setValue(static_cast<int>(top) - 50);
    QTest::qWait(300);
    QCOMPARE(asked.size(), 1); // the reader was here before: the panel is left as it is
  }

  /// Who jumps past a card to what stands below it finds the panel as the card sets it; who comes back to
  /// where they were finds it as they left it.
  void aJumpPastACardBringsItsPanel() {
    ReaderFixture fixture(page() + QStringLiteral("## Below\n\nWords under the card.\n"));
    fixture.open();
    QSignalSpy asked(&fixture.reader(), &reader::Reader::panelRequested);
    const auto settings = [&] { return asked.front().at(1).value<panel::Settings>(); };
    QVERIFY(fixture.reader().places().goTo(QStringLiteral("below")));
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.front().at(0).toString(), QStringLiteral("linear_algebra.eigen"));
    QCOMPARE(settings(), (panel::Settings{{QStringLiteral("preset"), QStringLiteral("saddle")}}));
    const double place = fixture.reader().position();
    fixture.open(QStringLiteral("1.2"));
    fixture.open();
    asked.clear();
    fixture.reader().setPosition(place); // as a later start does
    QTest::qWait(300);
    for (const auto& each : asked)
      QVERIFY(each.at(1).value<panel::Settings>().empty());
  }

  /// Below a card that has still to set its panel a number is the book's, and lives from the arrival on.
  void aNumberIsTrueBeforeItsCardIsReached() {
    QString text = QStringLiteral("# 1.1 First\n\n");
    text += QStringLiteral("[See the plane](panel:linear_algebra.transform?preset=identity)\n\nNow "
                           "[1.00](value:linear_algebra.transform/det?digits=2).\n\n");
    text += QStringLiteral("Words that fill a line or two of the page, and a little more.\n\n").repeated(40);
    text += QStringLiteral("[Stretch it](panel:linear_algebra.transform?preset=identity&a=4)\n\nNow "
                           "[4.00](value:linear_algebra.transform/det?digits=2).\n\n");
    text += QStringLiteral("Words that fill a line or two of the page, and a little more.\n\n").repeated(40);
    ReaderFixture fixture(text);
    // The host does what the reader asks for.
    QObject::connect(&fixture.reader(), &reader::Reader::panelRequested, &fixture.reader(),
                     [&](const QString& panel, const panel::Settings& settings) {
                       fixture.desk().session(panel)->apply(settings);
                     });
    fixture.open();
    const auto shown = [&](int number) { return fixture.object(ObjectKind::Value, number).object->text; };
    QCOMPARE(shown(0), QStringLiteral("1.00"));
    QCOMPARE(shown(1), QStringLiteral("4.00"));
    fixture.transform().set(QStringLiteral("d"), 3.0);
    QTRY_COMPARE(shown(0), QStringLiteral("3.00"));
    QCOMPARE(shown(1), QStringLiteral("4.00"));
    fixture.reader().setTheme(render::themeNamed(QStringLiteral("dark"))); // also on a page built anew
    QCOMPARE(shown(1), QStringLiteral("4.00"));
    const double top = fixture.object(ObjectKind::Value, 1).box.top();
    fixture.reader().verticalScrollBar()->setValue(static_cast<int>(top) - 200);
    QTRY_COMPARE(shown(0), QStringLiteral("4.00")); // arrived: both are the panel's
    QCOMPARE(shown(1), QStringLiteral("4.00"));
    fixture.transform().set(QStringLiteral("d"), 2.0);
    QTRY_COMPARE(shown(1), QStringLiteral("8.00"));
  }

  /// A readout that a panel has in one of its modes only.
  void aNumberOfAnotherModeWaitsForIt() {
    ReaderFixture fixture(
        QStringLiteral("# 1.1 First\n\nThe error is [0.1](value:graph.algorithms/error).\n"));
    fixture.open();
    const auto shown = [&] { return fixture.object(ObjectKind::Value).object->text; };
    QCOMPARE(shown(), QStringLiteral("–"));
    panel::Session& session = *fixture.desk().session(QStringLiteral("graph.algorithms"));
    QVERIFY(session.apply({{QStringLiteral("preset"), QStringLiteral("web")}}));
    QTRY_VERIFY(shown() != QStringLiteral("–"));
    QVERIFY(!shown().isEmpty());
  }

  void aChapterLinkOpensTheChapter() {
    ReaderFixture fixture(page());
    fixture.open();
    QSignalSpy shown(&fixture.reader(), &reader::Reader::chapterShown);
    fixture.click(fixture.target(TargetKind::Link, QStringLiteral("the second")));
    QCOMPARE(fixture.reader().currentChapter(), QStringLiteral("1.2"));
    QCOMPARE(shown.size(), 1);
    fixture.click(fixture.target(TargetKind::Link, QStringLiteral("the first")));
    QCOMPARE(fixture.reader().currentChapter(), QStringLiteral("1.1"));
  }

  void aBrokenLinkSaysWhyAndDoesNothing() {
    ReaderFixture fixture(page());
    fixture.open();
    const int nowhere = fixture.target(TargetKind::Link, QStringLiteral("nothing"));
    QVERIFY(fixture.reader()
                .describe(fixture.reader().layout().targets[static_cast<std::size_t>(nowhere)])
                .contains(QStringLiteral("nowhere.md")));
    fixture.click(nowhere);
    QCOMPARE(fixture.reader().currentChapter(), QStringLiteral("1.1"));
    const int misspelt = fixture.target(TargetKind::Link, QStringLiteral("a wrong panel"));
    QVERIFY(fixture.reader()
                .describe(fixture.reader().layout().targets[static_cast<std::size_t>(misspelt)])
                .contains(QStringLiteral("linear_algebra.transform")));
    fixture.click(misspelt);
    QCOMPARE(fixture.desk().undoStack().count(), 0);
  }

  void aCopyHasFormulasAsTex() {
    ReaderFixture fixture(page());
    fixture.open();
    QTest::keyClick(&fixture.reader(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&fixture.reader(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("A sentence with $x^2$ in it, and a pure shear.")));
    QVERIFY(copied.contains(QStringLiteral("Drag 0.5 and watch 1.50.")));
  }

  void aSelectionIsMadeWithTheMouse() {
    ReaderFixture fixture(page());
    fixture.open();
    const auto formula = fixture.object(ObjectKind::Formula);
    const QPoint middle = formula.box.center().toPoint();
    QWidget* viewport = fixture.reader().viewport();
    const QPoint before(static_cast<int>(formula.box.left()) - 40, middle.y());
    QTest::mousePress(viewport, Qt::LeftButton, {}, before);
    QTest::mouseMove(viewport, middle);
    QTest::mouseMove(viewport, middle + QPoint(60, 0));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, middle + QPoint(60, 0));
    const QString selected = fixture.reader().selectedText();
    QVERIFY2(selected.contains(QStringLiteral("with $x^2$ in")), qPrintable(selected));
    QVERIFY(!selected.contains(QStringLiteral("A sentence")));
  }
};

QTEST_MAIN(TextAndPanelsMoveTogether)
#include "text_and_panels_move_together.moc"
