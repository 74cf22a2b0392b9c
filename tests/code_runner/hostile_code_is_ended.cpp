#include "app/code_runner/process_group.h"
#include "tests/code_runner/run_fixture.h"

#include <QtTest/QTest>

using namespace eigenboard;
using code_runner::Ending;
using code_runner::Limits;
using tests::run;
using tests::Run;

namespace {

constexpr qint64 frame = 50; ///< ms that the event loop may be held up, as asked of the program

Limits twoSeconds() {
  Limits limits;
  limits.milliseconds = 2000;
  return limits;
}

} // namespace

/// Code that does its worst is ended at its limit with all its processes, its folder is removed, and the
/// program answers all the while.
class HostileCodeIsEnded : public QObject {
  Q_OBJECT

 private slots:
  void eachIsEndedWithinItsBound_data();
  void eachIsEndedWithinItsBound();
  void aFloodIsCappedAndHoldsNothingUp();
  void aFloodOfErrorsStillTellsWhy();
  void oneHugeLineIsCapped();
  void memoryIsBounded();
  void filesAreBounded();
  void whatIsLeftBehindIsEnded();
  void aKilledRunnerLeavesNothing();
};

void HostileCodeIsEnded::eachIsEndedWithinItsBound_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<Ending>("ending");
  QTest::newRow("sleeps") << QStringLiteral("import time\ntime.sleep(1000)") << Ending::TimedOut;
  QTest::newRow("turns") << QStringLiteral("while True: pass") << Ending::TimedOut;
  QTest::newRow("does not listen")
      << QStringLiteral("import signal\nfor s in (1, 2, 3, 15): signal.signal(s, signal.SIG_IGN)\n"
                        "while True: pass")
      << Ending::TimedOut;
  QTest::newRow("stops itself") << QStringLiteral("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)")
                                << Ending::TimedOut;
  QTest::newRow("forks and sleeps") << QStringLiteral(
                                           "import os, time\nfor i in range(4): os.fork()\ntime.sleep(1000)")
                                    << Ending::TimedOut;
  QTest::newRow("forks without end") << QStringLiteral("import os\nwhile True: os.fork()")
                                     << Ending::TooManyProcesses;
  QTest::newRow("deletes its folder")
      << QStringLiteral("import os, shutil\nshutil.rmtree(os.environ['HOME'])\nprint('gone', flush=True)\n"
                        "while True: pass")
      << Ending::TimedOut;
  QTest::newRow("closes its output") << QStringLiteral(
                                            "import os\nos.close(1)\nos.close(2)\nwhile True: pass")
                                     << Ending::TimedOut;
  QTest::newRow("many small writes") << QStringLiteral("import os\nwhile True: os.write(1, b'x')")
                                     << Ending::TimedOut;
}

void HostileCodeIsEnded::eachIsEndedWithinItsBound() {
  QFETCH(QString, code);
  QFETCH(Ending, ending);
  const Limits limits = twoSeconds();
  const Run made = run(code, limits);
  qInfo("ended after %lld ms, event loop held up for %lld ms", made.outcome.milliseconds, made.longestPause);
  QCOMPARE(made.outcome.ending, ending);
  // A third of a second: the kernel needs some time to end a hundred processes on a busy machine.
  QVERIFY(made.outcome.milliseconds < limits.milliseconds + limits.graceMilliseconds + 350);
  QVERIFY(made.groupIsGone);
  QVERIFY(made.folderIsGone);
  QVERIFY2(made.longestPause <= frame, qPrintable(QString::number(made.longestPause)));
  QVERIFY(!sentence(made.outcome, limits).isEmpty());
}

void HostileCodeIsEnded::aFloodIsCappedAndHoldsNothingUp() {
  const Limits limits = twoSeconds();
  const Run made = run(QStringLiteral("while True: print('x' * 70)"), limits);
  QCOMPARE(made.outcome.ending, Ending::TimedOut);
  QVERIFY(made.outcome.isTruncated);
  QCOMPARE(made.printed.size(), limits.outputCharacters);
  QVERIFY2(made.signalsPerSecond <= 21, qPrintable(QString::number(made.signalsPerSecond)));
  QVERIFY2(made.longestPause <= frame, qPrintable(QString::number(made.longestPause)));
  QVERIFY(made.groupIsGone);
}

void HostileCodeIsEnded::aFloodOfErrorsStillTellsWhy() {
  const Run made =
      run(QStringLiteral("import sys\nfor i in range(20000): print('a warning', i, file=sys.stderr)\n"
                         "raise ValueError('at last')"));
  QVERIFY(made.outcome.isTruncated);
  QCOMPARE(made.outcome.errorLine, 3);
  QCOMPARE(made.outcome.error, QStringLiteral("ValueError: at last"));
}

void HostileCodeIsEnded::oneHugeLineIsCapped() {
  const Run made = run(QStringLiteral("print('é' * 30_000_000)"));
  QVERIFY(made.outcome.isGood());
  QCOMPARE(made.printed, QString(200'000, u'é'));
  QVERIFY2(made.longestPause <= frame, qPrintable(QString::number(made.longestPause)));
}

void HostileCodeIsEnded::memoryIsBounded() {
  Limits limits;
  limits.memoryBytes = qint64{300} * 1024 * 1024;
  // One process: its allocation fails at its line.
  const Run one =
      run(QStringLiteral("held = []\nwhile True:\n    held.append(bytearray(10_000_000))"), limits);
  QCOMPARE(one.outcome.ending, Ending::Exited);
  QCOMPARE(one.outcome.error, QStringLiteral("MemoryError"));
  QCOMPARE(one.outcome.errorLine, 3);
  // Several, each below the bound, and memory that the kernel counts for nobody alone.
  const Run several =
      run(QStringLiteral("import os, time\nfor i in range(3): os.fork()\nx = bytearray(80_000_000)\n"
                         "time.sleep(20)"),
          limits);
  QCOMPARE(several.outcome.ending, Ending::TooMuchMemory);
  QVERIFY(several.groupIsGone);
  const Run shared =
      run(QStringLiteral("import mmap, time\nm = mmap.mmap(-1, 600_000_000)\nfor i in range(0, "
                         "600_000_000, 4096): m[i] = 1\ntime.sleep(20)"),
          limits);
  QCOMPARE(shared.outcome.ending, Ending::TooMuchMemory);
}

void HostileCodeIsEnded::filesAreBounded() {
  Limits limits;
  limits.fileBytes = 20'000'000;
  const Run made = run(QStringLiteral("with open('big', 'wb') as f:\n    for i in range(1000):\n        "
                                      "f.write(bytes(1_000_000))"),
                       limits);
  QCOMPARE(made.outcome.exitCode, 1);
  QVERIFY2(made.outcome.error.contains(QStringLiteral("File too large")), qPrintable(made.outcome.error));
  QVERIFY(made.folderIsGone);
  const Run many = run(QStringLiteral("import os\nfor i in range(4000): open(f'f{i}', 'w').close()\n"
                                      "os.makedirs('deep/' * 100)\nos.chmod('deep', 0)"));
  QVERIFY(many.outcome.isGood());
  QVERIFY(many.folderIsGone);
  QVERIFY2(many.longestPause <= frame, qPrintable(QString::number(many.longestPause)));
}

void HostileCodeIsEnded::whatIsLeftBehindIsEnded() {
  const Run made =
      run(QStringLiteral("import os, time\nif os.fork() == 0:\n    while True: os.write(1, b'y' * 999)\n"
                         "time.sleep(0.2)"));
  QVERIFY(made.outcome.isGood());
  QVERIFY(made.groupIsGone);
  QVERIFY(made.outcome.milliseconds < 1500);
}

void HostileCodeIsEnded::aKilledRunnerLeavesNothing() {
  qint64 group = 0;
  {
    code_runner::Runner runner(code_runner::findPython());
    runner.start(QStringLiteral("import os, time\nos.fork()\nprint('on')\ntime.sleep(100)"));
    group = runner.processGroup();
    QVERIFY(QTest::qWaitFor([&] { return !runner.transcript().pieces().empty(); }));
  }
  QVERIFY(QTest::qWaitFor([group] { return code_runner::usageOf(group).processes == 0; }, 1000));
}

QTEST_GUILESS_MAIN(HostileCodeIsEnded)
#include "hostile_code_is_ended.moc"
