#include "app/code_runner/sandbox.h"
#include "tests/code_runner/run_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace Qt::StringLiterals;
using code_runner::Ending;
using tests::run;
using tests::Run;

/// Where bubblewrap works, code reads the machine and changes nothing of it; what it does otherwise is as
/// without.
class CodeIsLockedIn : public QObject {
  Q_OBJECT

  code_runner::Sandbox sandbox_;

  Run locked(const QString& code, const code_runner::Limits& limits = {}) {
    return run(code, limits, -1, sandbox_);
  }

 private slots:
  void initTestCase();
  void filesAreReadAndNotWritten();
  void itsOwnFolderAndScratchAreWritten();
  void noNetworkAndNoOtherProcess();
  void whoLeavesItsSessionEndsWithIt();
  void statusesAndSignalsAreTold_data();
  void statusesAndSignalsAreTold();
  void linesOfErrorsAreTold();
  void hostileCodeIsEnded_data();
  void hostileCodeIsEnded();
  void numpyStartsQuickly();
  void aSandboxThatIsNotThereSaysWhy();
};

void CodeIsLockedIn::initTestCase() {
  sandbox_ = code_runner::findSandbox();
  if (!sandbox_.works())
    QSKIP(qPrintable(u"code cannot be locked in here: "_s + sandbox_.problem));
}

void CodeIsLockedIn::filesAreReadAndNotWritten() {
  // Not in a folder that is scratch to the code, even where the project itself lies in one.
  const bool isInScratch = QDir::currentPath().startsWith(QDir::tempPath());
  QFile kept((isInScratch ? QDir::home() : QDir::current()).filePath(u"kept_by_the_eigenboard_test"_s));
  QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("as it was") == 9);
  kept.close();
  const Run made = locked(uR"(
path = %1
print(open(path).read())
import os
for change in (lambda: open(path, 'w'), lambda: os.remove(path), lambda: open('/etc/eigenboard', 'w'),
               lambda: open(os.path.dirname(path) + '/new', 'w')):
    try:
        change()
        print('changed')
    except OSError as e:
        print(type(e).__name__, e.strerror)
)"_s.arg(u'\'' + kept.fileName() + u'\''));
  QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
  QCOMPARE(made.printed, u"as it was\n"_s + u"OSError Read-only file system\n"_s.repeated(4));
  QVERIFY(kept.open(QIODevice::ReadOnly));
  QCOMPARE(kept.readAll(), QByteArray("as it was"));
  QVERIFY(kept.remove());
}

void CodeIsLockedIn::itsOwnFolderAndScratchAreWritten() {
  const Run made = locked(uR"(
import os, tempfile
open('here', 'w').write('x')
open('/tmp/there', 'w').write('y')
with tempfile.TemporaryFile() as f:
    f.write(b'z')
print(os.getcwd() == os.path.join(os.environ['HOME'], 'work'), os.listdir('.'), open('/tmp/there').read())
)"_s);
  QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
  QCOMPARE(made.printed, u"True ['here'] y\n"_s);
  QVERIFY(!QFile::exists(u"/tmp/there"_s));
  QVERIFY(made.folderIsGone);
}

void CodeIsLockedIn::noNetworkAndNoOtherProcess() {
  const Run made = locked(u"import os, socket\nprint([name for _, name in socket.if_nameindex()])\n"
                          "print(sum(name.isdigit() for name in os.listdir('/proc')) <= 3)\n"
                          "print([f for f in ('/run', '/var/tmp') if os.path.isdir(f) and os.listdir(f)])"_s);
  QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
  QCOMPARE(made.printed, u"['lo']\nTrue\n[]\n"_s);
}

void CodeIsLockedIn::whoLeavesItsSessionEndsWithIt() {
  const QString name = u"left_behind_%1"_s.arg(QCoreApplication::applicationPid());
  const Run made = locked(uR"(
import os, time
if os.fork() == 0:
    os.setsid()
    os.close(1); os.close(2)
    os.execvp('python3', ['python3', '-c', 'import time; time.sleep(60)', '%1'])
time.sleep(0.5)
)"_s.arg(name));
  QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
  const auto isThere = [&name] {
    for (const QString& process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
      QFile line(u"/proc/%1/cmdline"_s.arg(process));
      if (line.open(QIODevice::ReadOnly) && line.readAll().contains(name.toUtf8()))
        return true;
    }
    return false;
  };
  QTRY_VERIFY_WITH_TIMEOUT(!isThere(), 1000);
}

void CodeIsLockedIn::statusesAndSignalsAreTold_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<int>("status");
  QTest::addColumn<int>("signal");
  QTest::newRow("exit") << u"raise SystemExit(7)"_s << 7 << 0;
  QTest::newRow("kills itself") << u"import os\nos.kill(os.getpid(), 9)"_s << 0 << 9;
  QTest::newRow("crashes") << u"import ctypes\nctypes.string_at(0)"_s << 0 << 11;
  QTest::newRow("good") << u"print(1)"_s << 0 << 0;
}

void CodeIsLockedIn::statusesAndSignalsAreTold() {
  QFETCH(QString, code);
  QFETCH(int, status);
  QFETCH(int, signal);
  const Run made = locked(code);
  QCOMPARE(made.outcome.ending, signal ? Ending::Signalled : Ending::Exited);
  QCOMPARE(made.outcome.exitCode, status);
  QCOMPARE(made.outcome.signal, signal);
}

void CodeIsLockedIn::linesOfErrorsAreTold() {
  const Run made = locked(u"x = 1\n\nraise ValueError('no')"_s);
  QCOMPARE(made.outcome.errorLine, 3);
  QCOMPARE(made.outcome.error, u"ValueError: no"_s);
}

void CodeIsLockedIn::hostileCodeIsEnded_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<Ending>("ending");
  QTest::newRow("does not listen")
      << u"import signal\nfor s in (1, 2, 3, 15): signal.signal(s, signal.SIG_IGN)\nwhile True: pass"_s
      << Ending::TimedOut;
  QTest::newRow("forks without end") << u"import os\nwhile True: os.fork()"_s << Ending::TooManyProcesses;
  QTest::newRow("takes memory") << u"import mmap, time\nm = mmap.mmap(-1, 600_000_000)\n"
                                   "for i in range(0, 600_000_000, 4096): m[i] = 1\ntime.sleep(20)"_s
                                << Ending::TooMuchMemory;
  QTest::newRow("deletes its folder") << u"import os, shutil\nshutil.rmtree(os.environ['HOME'], True)\n"
                                         "while True: pass"_s
                                      << Ending::TimedOut;
}

void CodeIsLockedIn::hostileCodeIsEnded() {
  QFETCH(QString, code);
  QFETCH(Ending, ending);
  code_runner::Limits limits;
  // Only what is ended by the clock shall run until it.
  limits.milliseconds = ending == Ending::TimedOut ? 1500 : 10'000;
  limits.memoryBytes = qint64{300} * 1024 * 1024;
  const Run made = locked(code, limits);
  QCOMPARE(made.outcome.ending, ending);
  QVERIFY(made.outcome.milliseconds < limits.milliseconds + limits.graceMilliseconds + 350);
  QVERIFY(made.groupIsGone);
  QVERIFY(made.folderIsGone);
}

void CodeIsLockedIn::numpyStartsQuickly() {
  qint64 fastest = 10'000;
  for (int i = 0; i < 3; ++i) {
    const Run made = locked(u"import numpy\nprint(numpy.eye(2))"_s);
    QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
    fastest = std::min(fastest, made.outcome.firstOutput);
  }
  qInfo("first output of NumPy after %lld ms", fastest);
}

void CodeIsLockedIn::aSandboxThatIsNotThereSaysWhy() {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "/nowhere");
  const code_runner::Sandbox none = code_runner::findSandbox();
  qputenv("PATH", path);
  QVERIFY(!none.works());
  QVERIFY2(none.problem.contains(u"sudo apt install bubblewrap"_s), qPrintable(none.problem));
}

QTEST_GUILESS_MAIN(CodeIsLockedIn)
#include "code_is_locked_in.moc"
