#include "app/code_bench/code_bench.h"
#include "app/code_bench/output_view.h"
#include "app/code_bench/python_editor.h"
#include "app/reader/code_cells.h"
#include "app/reader/code_desk.h"
#include "app/stage/stage_widget.h"
#include "app/window/beside.h"
#include "app/window/columns.h"
#include "app/window/toast.h"
#include "tests/window/open_window.h"

#include <QtGui/QAction>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace eigenboard;

namespace {

/// The first target of that kind on the page; −1: none.
int targetOf(reader::Reader& reader, reader::TargetKind kind) {
  const auto& targets = reader.layout().targets;
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [&](const reader::Target& target) { return target.kind == kind; });
  return found == targets.end() ? -1 : static_cast<int>(found - targets.begin());
}

} // namespace

/// The editor stands where the panel stands, and each comes when it is wanted.
class CodeStandsBesideTheText : public QObject {
  Q_OBJECT

 private slots:
  void keysOpenItAndCloseIt() {
    tests::OpenWindow open;
    window::Beside& beside = open.window.beside();
    open.reader().setFocus();
    QVERIFY(!beside.showsCode() && !beside.bench());
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(beside.showsCode());
    QVERIFY(beside.bench()->editor().hasFocus());
    QVERIFY(beside.bench()->isVisible() && !open.window.stage().isVisible());
    QVERIFY(open.reader().isVisible());
    QVERIFY(open.window.actionNamed(QStringLiteral("code"))->isChecked());
    QVERIFY(!beside.bench()->editor().text().isEmpty());
    open.type(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!beside.bench()->output().printed().isEmpty(), 20'000);
    open.key(Qt::Key_F6); // between text and code, as between text and panel
    QVERIFY(open.reader().hasFocus());
    open.key(Qt::Key_F6);
    QVERIFY(beside.bench()->editor().hasFocus());
    open.type(Qt::Key_Escape);
    QVERIFY(!beside.showsCode() && open.window.stage().isVisible());
    QVERIFY(open.reader().hasFocus());
    QVERIFY(!open.window.actionNamed(QStringLiteral("code"))->isChecked());
  }

  void itsButtonOpensIt() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    QVERIFY(open.window.beside().showsCode());
    QVERIFY(open.window.beside().codeKey().startsWith(QStringLiteral("4.4/1/")));
  }

  /// A link that needs the panel brings it; scrolling past a card of one does not.
  void linksBringThePanelBack() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    open.reader().setPosition(20);
    QTest::qWait(200);
    QVERIFY(open.window.beside().showsCode());
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Card));
    QVERIFY(!open.window.beside().showsCode() && open.window.stage().isVisible());
  }

  void itComesBackWithItsChapter() {
    tests::OpenWindow open;
    window::Beside& beside = open.window.beside();
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    open.reader().openChapter(tests::secondChapter);
    QVERIFY(!beside.showsCode() && open.window.stage().isVisible());
    open.reader().openChapter(tests::firstChapter);
    QVERIFY(beside.showsCode());
    beside.showStage();
    open.reader().openChapter(tests::secondChapter);
    open.reader().openChapter(tests::firstChapter);
    QVERIFY(!beside.showsCode());
  }

  /// From the text the key opens the cell that is in view, from the code it closes.
  void theKeyOpensWhatIsInView() {
    tests::OpenWindow open;
    open.reader().setFocus();
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    const QString first = open.window.beside().codeKey();
    open.reader().setFocus();
    open.reader().verticalScrollBar()->setValue(open.reader().verticalScrollBar()->maximum() / 2);
    QTest::qWait(300);
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.window.beside().showsCode());
    QVERIFY(open.window.beside().codeKey() != first);
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!open.window.beside().showsCode());
    QVERIFY(open.reader().hasFocus());
  }

  /// What was reset comes back by the message that tells of it.
  void resetIsTakenBack() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    code_bench::CodeBench& bench = *open.window.beside().bench();
    const QString book = bench.editor().text();
    bench.editor().setText(QStringLiteral("print('mine')"));
    QTRY_VERIFY(bench.resetButton().isEnabled());
    QTest::mouseClick(&bench.resetButton(), Qt::LeftButton);
    QCOMPARE(bench.editor().text(), book);
    QVERIFY(!open.window.message().isEmpty());
    QTest::mouseClick(&open.window.toast().button(), Qt::LeftButton);
    QTRY_COMPARE(bench.editor().text(), QStringLiteral("print('mine')"));
  }

  /// The code of an exercise is held against its cases from the editor too, and the page tells the same.
  void exercisesAreChecked() {
    tests::OpenWindow open({1280, 800}, QStringLiteral("4.1"));
    reader::Reader& reader = open.reader();
    const auto& targets = reader.layout().targets;
    const auto cell = std::find_if(targets.begin(), targets.end(), [&](const reader::Target& target) {
      return target.kind == reader::TargetKind::Beside &&
             reader.codeDesk().canCheck(reader.codeCells().keyOf(*target.node));
    });
    QVERIFY(cell != targets.end());
    reader.activate(static_cast<int>(cell - targets.begin()));
    code_bench::CodeBench& bench = *open.window.beside().bench();
    QVERIFY(bench.checkButton().isVisible());
    QSignalSpy checked(&reader.codeDesk(), &reader::CodeDesk::checked);
    QSignalSpy answered(&reader, &reader::Reader::answerGiven);
    QTest::mouseClick(&bench.checkButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, 20'000);
    QCOMPARE(answered.count(), 1);
    const auto verdict = checked.front().at(1).value<book::Judgement>();
    QCOMPARE(verdict.verdict, book::Verdict::NotYet); // what stands there at first is wrong on purpose
    QTRY_COMPARE(bench.output().status(), verdict.words);
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    QVERIFY(!bench.checkButton().isVisible()); // a cell of the text has nothing to be held against
  }

  /// A number of the text that moves a panel brings it to sight.
  void aNumberBringsThePanelBack() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    emit open.reader().numberMoved(QStringLiteral("linear_algebra.transform"));
    QVERIFY(!open.window.beside().showsCode());
  }

  /// A page without a panel says so, with the way to one; it gives place to the first there is.
  void withoutAPanelThereIsAWord() {
    tests::OpenWindow open({1280, 800}, QStringLiteral("E"));
    QVERIFY(!open.window.stage().isVisible());
    open.reader().setFocus();
    open.key(Qt::Key_F6);
    auto* button = qobject_cast<controls::Button*>(QApplication::focusWidget());
    QVERIFY(button && open.window.beside().isAncestorOf(button));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(QApplication::focusWidget() != button); // in the palette
    open.type(Qt::Key_Escape);
    open.reader().openChapter(tests::firstChapter);
    QVERIFY(open.window.stage().isVisible());
    open.reader().openChapter(QStringLiteral("E")); // whatever was there stays
    QVERIFY(open.window.stage().isVisible());
  }

  /// Turning to another chapter from the editor leaves the keyboard with the text.
  void anotherChapterTakesTheKeyboard() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    QVERIFY(open.window.beside().isInCode());
    open.key(Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(!open.window.beside().showsCode());
    QVERIFY(open.reader().hasFocus());
  }

  void inANarrowWindowItIsAlone() {
    tests::OpenWindow open({800, 700});
    QVERIFY(open.window.columns().isSingle());
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    QVERIFY(open.window.beside().bench()->isVisible() && !open.reader().isVisible());
    QVERIFY(open.window.beside().bench()->editor().hasFocus());
    open.type(Qt::Key_Escape);
    QVERIFY(open.reader().isVisible() && open.reader().hasFocus());
    // Behind the text it is not closed but shown.
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    open.window.columns().showStage(false);
    QVERIFY(open.reader().isVisible());
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.window.beside().bench()->isVisible());
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.reader().isVisible() && open.reader().hasFocus());
  }

  /// A later start finds the code in front again, with what was written.
  void aLaterStartFindsIt() {
    QJsonObject session;
    {
      tests::OpenWindow open;
      open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
      open.window.beside().bench()->editor().setText(QStringLiteral("print('mine')"));
      QTRY_VERIFY(!open.reader().codeCells().toJson().isEmpty());
      session = open.window.toJson();
    }
    window::Services services;
    window::MainWindow later(services);
    later.fromJson(session);
    later.openAt(session);
    QVERIFY(later.beside().showsCode());
    QCOMPARE(later.beside().bench()->editor().text(), QStringLiteral("print('mine')"));
    // In another chapter it waits for its own.
    QJsonObject elsewhere = session;
    elsewhere[QStringLiteral("chapter")] = tests::secondChapter;
    later.openAt(elsewhere);
    QVERIFY(!later.beside().showsCode());
    later.reader().openChapter(tests::firstChapter);
    QVERIFY(later.beside().showsCode());
    QJsonObject damaged = session;
    damaged[QStringLiteral("code")] = QStringLiteral("no such cell");
    later.openAt(damaged);
    QVERIFY(!later.beside().showsCode());
  }

  void themeAndTextSizeReachIt() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    code_bench::PythonEditor& editor = open.window.beside().bench()->editor();
    QTest::qWait(100);
    const QColor light = editor.viewport()->grab().toImage().pixelColor(300, editor.height() - 40);
    const int height = editor.textHeight(0);
    open.key(Qt::Key_D, Qt::ControlModifier);
    QTest::qWait(100);
    const QColor dark = editor.viewport()->grab().toImage().pixelColor(300, editor.height() - 40);
    QCOMPARE(light, render::themeNamed(QStringLiteral("light")).codeSurface);
    QCOMPARE(dark, render::themeNamed(QStringLiteral("dark")).codeSurface);
    open.key(Qt::Key_Equal, Qt::ControlModifier);
    open.key(Qt::Key_Equal, Qt::ControlModifier);
    QVERIFY(editor.textHeight(0) > height);
    const double zoom = open.reader().zoom();
    QWheelEvent wheel({50, 50}, editor.mapToGlobal(QPoint(50, 50)), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(editor.viewport(), &wheel);
    QVERIFY(open.reader().zoom() > zoom); // page and code are one size
  }
};

QTEST_MAIN(CodeStandsBesideTheText)
#include "code_stands_beside_the_text.moc"
