#include "app/code_bench/code_bench.h"
#include "app/code_bench/output_view.h"
#include "app/code_bench/python_editor.h"
#include "tests/reader/code_fixture.h"
#include "tests/support/longest_pause.h"

#include <QtTest/QTest>

using namespace eigenboard;
using reader::TargetKind;
using tests::CodeFixture;

class AFloodLeavesTheBenchFree : public QObject {
  Q_OBJECT

 private slots:
  void theProgramAnswersDuringAFlood_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("many lines") << QStringLiteral("while True: print('x' * 70)");
    QTest::newRow("one line") << QStringLiteral("while True: print('x' * 70, end='')");
    QTest::newRow("long lines") << QStringLiteral("while True: print('xyz ' * 2000)");
  }
  void theProgramAnswersDuringAFlood() {
    QFETCH(QString, code);
    CodeFixture page;
    page.open();
    reader::CodeCells& cells = page.reader().codeCells();
    code_bench::CodeBench bench(page.reader().codeDesk(), render::themeNamed(QStringLiteral("light")));
    bench.resize(600, 700);
    bench.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bench));
    bench.open(cells.keyOf(page.cell(0)));
    bench.editor().setText(code);
    const tests::LongestPause pause; // the start of the run counts too
    QTest::keyClick(&bench.editor(), Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(2500);
    QVERIFY(page.cell(0).code.isRunning);
    QVERIFY(!bench.output().printed().isEmpty());
    page.click(page.codeTarget(TargetKind::Run, 0));
    QVERIFY(page.finishes(0));
    const qint64 longest = pause.milliseconds();
    qInfo("event loop held up for %lld ms at most", longest);
    QVERIFY2(longest <= 50, qPrintable(QString::number(longest)));
    QTRY_VERIFY(bench.output().status().contains(QStringLiteral("only its beginning was kept")));
  }
};

QTEST_MAIN(AFloodLeavesTheBenchFree)
#include "a_flood_leaves_the_bench_free.moc"
