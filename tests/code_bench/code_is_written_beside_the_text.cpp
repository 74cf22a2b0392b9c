#include "app/code_bench/code_bench.h"
#include "app/code_bench/output_view.h"
#include "app/code_bench/python_editor.h"
#include "app/reader/code_desk.h"
#include "app/reader/code_editor.h"
#include "app/reader/python_colors.h"
#include "tests/reader/code_fixture.h"
#include "views/controls/button.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace eigenboard;
using code_bench::PythonEditor;
using reader::TargetKind;
using tests::CodeFixture;

/// What is written in the bench is the cell's, on the page and in the bench alike.
class CodeIsWrittenBesideTheText : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    page_ = std::make_unique<CodeFixture>();
    page_->open();
    bench_ = std::make_unique<code_bench::CodeBench>(page_->reader().codeDesk(),
                                                     render::themeNamed(QStringLiteral("light")));
    bench_->resize(600, 600);
    bench_->show();
    QVERIFY(QTest::qWaitForWindowExposed(bench_.get()));
    QSignalSpy wanted(&page_->reader().codeDesk(), &reader::CodeDesk::besideWanted);
    page_->click(page_->codeTarget(TargetKind::Beside, 0));
    QCOMPARE(wanted.count(), 1);
    bench_->open(wanted.front().front().toString());
    bench_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench_.get()));
    editor().setFocus();
  }

  void cleanup() {
    bench_.reset();
    page_.reset();
  }

  void whatIsWrittenIsTheCells() {
    QCOMPARE(editor().text(), QStringLiteral("a = 6\nprint(a * 7)"));
    QTest::keyClick(&editor(), Qt::Key_End);
    QTest::keyClick(&editor(), Qt::Key_Backspace);
    QTest::keyClicks(&editor(), QStringLiteral("5"));
    QTRY_COMPARE(onPage(0), QStringLiteral("a = 5\nprint(a * 7)"));
    QVERIFY(page_->cell(0).code.isEdited);
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->finishes(0));
    QTRY_COMPARE(bench_->output().printed(), QStringLiteral("35"));
    QCOMPARE(bench_->output().printed(), page_->outputOf(0));
    QTRY_COMPARE(bench_->output().status(), page_->statusOf(0));
    QVERIFY(editor().hasFocus());
  }

  /// Reset brings the book's code back, and can be taken back itself.
  void resetCanBeUndone() {
    QSignalSpy wasReset(&cells(), &reader::CodeCells::wasReset);
    write(QStringLiteral("print('mine')"));
    QTRY_VERIFY(bench_->resetButton().isEnabled());
    QTest::mouseClick(&bench_->resetButton(), Qt::LeftButton);
    QCOMPARE(editor().text(), QStringLiteral("a = 6\nprint(a * 7)"));
    QCOMPARE(onPage(0), editor().text());
    QVERIFY(!bench_->resetButton().isEnabled());
    editor().setFocus();
    QTest::keyClick(&editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().text(), QStringLiteral("print('mine')"));
    QTRY_COMPARE(onPage(0), editor().text());
    // It is told too, so that a window can offer the way back.
    QCOMPARE(wasReset.count(), 1);
    QCOMPARE(wasReset.front().at(0).toString(), bench_->key());
    QCOMPARE(wasReset.front().at(1).toString(), QStringLiteral("print('mine')"));
  }

  /// The editor in place and the bench follow one another.
  void pageAndBenchNeverDiffer() {
    page_->reader().activateWindow();
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    QVERIFY(page_->editor());
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("b = 2"));
    QTRY_COMPARE(editor().text(), QStringLiteral("b = 2"));
    bench_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench_.get()));
    editor().setFocus();
    write(QStringLiteral("c = 3"));
    QTRY_COMPARE(page_->editor()->toPlainText(), QStringLiteral("c = 3"));
    page_->click(page_->codeTarget(TargetKind::Beside, 0)); // the one in place gives way
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!page_->editor());
  }

  /// Also where the page shows the text otherwise than it is.
  void blanksOfAllKindsAreKept() {
    page_->reader().activateWindow();
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    QVERIFY(page_->editor());
    bench_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench_.get()));
    editor().setFocus();
    const QString code = QStringLiteral("if 1:\n\tx = '\u00A0'\n\tprint(ascii(x))");
    write(code);
    QTRY_VERIFY(page_->cell(0).code.isEdited);
    QTest::qWait(150);
    QCOMPARE(editor().text(), code);
    QCOMPARE(cells().code(page_->cell(0)), code);
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(page_->finishes(0));
    QTRY_COMPARE(bench_->output().printed(), QStringLiteral("'\\xa0'"));
  }

  /// Who lacks a package reads what the book prints.
  void withoutAPackageTheBookIsShown() {
    write(QStringLiteral("import no_such_package_anywhere"));
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->finishes(0));
    QTRY_COMPARE(bench_->output().printed(), QStringLiteral("42"));
    QVERIFY(bench_->output().status().contains(QStringLiteral("no_such_package_anywhere")));
    QVERIFY(bench_->output().status().endsWith(QStringLiteral("the book shows:")));
  }

  /// Whoever has scrolled on is not pulled back to the error, whatever else happens.
  void anErrorIsScrolledToOnce() {
    write(QStringLiteral("x = [1][3]\n") + QStringLiteral("# more\n").repeated(90));
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->finishes(0));
    QTRY_VERIFY(!editor().annotation(0).isEmpty());
    editor().setFirstVisibleLine(40);
    page_->click(page_->codeTarget(TargetKind::Run, 1));
    QVERIFY(page_->finishes(1));
    bench_->setTheme(render::themeNamed(QStringLiteral("dark")));
    QTest::qWait(150);
    QCOMPARE(editor().firstVisibleLine(), 40);
    QVERIFY(!editor().annotation(0).isEmpty());
  }

  void theLineOfAnErrorIsMarkedAndSaid() {
    write(QStringLiteral("x = [1]\n\nx[3]\n"));
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->finishes(0));
    QTRY_COMPARE(editor().annotation(2), QStringLiteral("IndexError: list index out of range"));
    QVERIFY(editor().markersAtLine(2) != 0U);
    QCOMPARE(editor().markersAtLine(0), 0U);
    QVERIFY(bench_->output().status().contains(QStringLiteral("IndexError")));
    QVERIFY(bench_->output().printed().contains(QStringLiteral("Traceback")));
    QTest::keyClicks(&editor(), QStringLiteral("y")); // it may not be so any more
    QTRY_VERIFY(editor().annotation(2).isEmpty());
    QCOMPARE(editor().markersAtLine(2), 0U);
  }

  void figuresStandUnderWhatWasPrinted() {
    write(QStringLiteral("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint('drawn')"));
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->finishes(0));
    if (cells().outcome(page_->cell(0))->missingModule == QStringLiteral("matplotlib"))
      QSKIP("this Python has no Matplotlib");
    QTRY_COMPARE(bench_->output().figureCount(), 1);
    QCOMPARE(bench_->output().printed(), QStringLiteral("drawn"));
    write(QStringLiteral("print('no figure')"));
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench_->output().printed(), QStringLiteral("no figure"));
    QCOMPARE(bench_->output().figureCount(), 0);
  }

  void whatRunsIsStopped() {
    write(QStringLiteral("import time\nprint('begun', flush=True)\ntime.sleep(60)"));
    QTest::mouseClick(&bench_->runButton(), Qt::LeftButton);
    QTRY_COMPARE(bench_->output().printed(), QStringLiteral("begun"));
    QCOMPARE(bench_->runButton().text(), QStringLiteral("Stop"));
    QTest::mouseClick(&bench_->runButton(), Qt::LeftButton);
    QVERIFY(page_->finishes(0));
    QTRY_COMPARE(bench_->runButton().text(), QStringLiteral("Run"));
  }

  void theEditorWritesPython() {
    write({});
    for (const QString& line :
         {QStringLiteral("def f(x):"), QStringLiteral("if x:"), QStringLiteral("return 1")}) {
      QTest::keyClicks(&editor(), line);
      QTest::keyClick(&editor(), Qt::Key_Return);
    }
    QCOMPARE(editor().text(), QStringLiteral("def f(x):\n    if x:\n        return 1\n        "));
    QTest::keyClick(&editor(), Qt::Key_Backspace);
    QTest::keyClick(&editor(), Qt::Key_Backspace);
    QCOMPARE(editor().text(), QStringLiteral("def f(x):\n    if x:\n        return 1\n"));
    QTest::keyClick(&editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&editor(), Qt::Key_Tab);
    QVERIFY(editor().text().startsWith(QStringLiteral("    def f(x):\n        if x:")));
    QTest::keyClick(&editor(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(editor().text(), QStringLiteral("def f(x):\n    if x:\n        return 1\n"));
  }

  void linesAreMadeCommentsAndBack() {
    write(QStringLiteral("if 1:\n    a = 1\n\n    b = 2"));
    editor().setSelection(1, 2, 3, 4);
    QTest::keyClick(&editor(), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor().text(), QStringLiteral("if 1:\n    # a = 1\n\n    # b = 2"));
    QTest::keyClick(&editor(), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor().text(), QStringLiteral("if 1:\n    a = 1\n\n    b = 2"));
  }

  void keysLeadOutOfTheEditor() {
    QTest::keyClick(&editor(), Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(bench_->runButton().hasFocus());
    QTest::keyClick(&bench_->runButton(), Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(editor().hasFocus());
    QTest::keyClick(&editor(), Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!editor().hasFocus());
  }

  /// Every token has the style of its kind, where letters take more than one byte too.
  void coloursAreThoseOfThePage() {
    const QString code = QStringLiteral("é = 'naïve'  # λ und µ\nfor i in 12: f(\"\"\"α\nβ\"\"\", 3.5)\n");
    write(code);
    (void)editor().grab(); // it is styled when it is painted
    std::vector<int> wanted(static_cast<std::size_t>(code.size()), 0);
    for (const reader::PythonSpan& span : reader::pythonTokens(code))
      for (int i = 0; i < span.length; ++i)
        wanted[static_cast<std::size_t>(span.start + i)] = static_cast<int>(span.token) + 1;
    QVERIFY(!reader::pythonTokens(code).empty());
    for (qsizetype i = 0; i < code.size(); ++i) {
      const auto byte = static_cast<unsigned long>(code.left(i).toUtf8().size());
      QVERIFY2(editor().SendScintilla(PythonEditor::SCI_GETSTYLEAT, byte) ==
                   wanted[static_cast<std::size_t>(i)],
               qPrintable(code.left(i + 1)));
    }
  }

  void keysOfTheWindowAreLeftToIt() {
    const auto takes = [&](int key, Qt::KeyboardModifiers modifiers) {
      QKeyEvent asked(QEvent::ShortcutOverride, key, modifiers);
      asked.ignore();
      QCoreApplication::sendEvent(&editor(), &asked);
      return asked.isAccepted();
    };
    for (const int key : {Qt::Key_B, Qt::Key_D, Qt::Key_F, Qt::Key_K, Qt::Key_L, Qt::Key_M, Qt::Key_T})
      QVERIFY2(!takes(key, Qt::ControlModifier), qPrintable(QString(QChar(key))));
    for (const int key : {Qt::Key_Z, Qt::Key_Y, Qt::Key_X, Qt::Key_C, Qt::Key_V, Qt::Key_A})
      QVERIFY2(takes(key, Qt::ControlModifier), qPrintable(QString(QChar(key))));
    QSignalSpy closed(bench_.get(), &code_bench::CodeBench::closeWanted);
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
  }

  /// What is longer than a cell keeps is said, and does not run.
  void tooLongATextIsSaid() {
    editor().setText(QStringLiteral("x = '") + QString(120'000, u'x') + u'\'');
    QTRY_VERIFY(bench_->output().status().contains(QStringLiteral("shorter")));
    QCOMPARE(onPage(0), QStringLiteral("a = 6\nprint(a * 7)"));
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!page_->cell(0).code.isRunning);
    QVERIFY(editor().text().size() > 120'000);
    bench_->open(cells().keyOf(page_->cell(1))); // another cell and back: it is not lost
    QCOMPARE(editor().text(), cells().code(page_->cell(1)));
    bench_->open(cells().keyOf(page_->cell(0)));
    QVERIFY(editor().text().size() > 120'000);
    write(QStringLiteral("x = 1"));
    QTRY_VERIFY(!bench_->output().status().contains(QStringLiteral("shorter")));
    QTRY_COMPARE(onPage(0), QStringLiteral("x = 1"));
  }

  /// Another chapter, and back: the same cell again, with what was written.
  void itWaitsForItsChapter() {
    write(QStringLiteral("print('kept')"));
    QTRY_COMPARE(onPage(0), QStringLiteral("print('kept')"));
    page_->reader().openChapter(QStringLiteral("1.2"));
    QVERIFY(!bench_->hasCell());
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier); // there is nothing to run
    page_->reader().openChapter(QStringLiteral("1.1"));
    QVERIFY(!cells().lastRun(page_->cell(0)));
    QVERIFY(bench_->hasCell());
    QCOMPARE(editor().text(), QStringLiteral("print('kept')"));
  }

 private:
  reader::CodeCells& cells() { return page_->reader().codeCells(); }
  PythonEditor& editor() { return bench_->editor(); }
  QString onPage(std::size_t cell) { return page_->cell(cell).text->copy({0, 10'000}); }
  void write(const QString& code) {
    QTest::keyClick(&editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&editor(), Qt::Key_Delete);
    editor().insert(code);
    editor().setCursorPosition(editor().lines() - 1, 0);
  }

  std::unique_ptr<CodeFixture> page_;
  std::unique_ptr<code_bench::CodeBench> bench_;
};

QTEST_MAIN(CodeIsWrittenBesideTheText)
#include "code_is_written_beside_the_text.moc"
