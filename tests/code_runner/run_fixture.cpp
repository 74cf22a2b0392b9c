#include "tests/code_runner/run_fixture.h"

#include "app/code_runner/process_group.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtTest/QTest>

#include <algorithm>
#include <deque>

namespace eigenboard::tests {

namespace {

QStringList cellFolders() {
  return QDir(QDir::tempPath())
      .entryList({QStringLiteral("eigenboard-cell-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
}

} // namespace

Run run(const QString& code, const code_runner::Limits& limits, int stopAfter,
        const code_runner::Sandbox& sandbox) {
  Run made;
  const QStringList before = cellFolders();
  QStringList during;
  qint64 group = 0;
  {
    code_runner::Runner runner(code_runner::findPython(), limits, {}, sandbox);
    during = cellFolders();
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    qint64 last = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
      const qint64 now = clock.elapsed();
      made.longestPause = std::max(made.longestPause, now - last);
      last = now;
    });
    std::deque<qint64> told;
    QObject::connect(&runner, &code_runner::Runner::printed, &loop, [&] {
      told.push_back(clock.elapsed());
      while (told.front() < told.back() - 1000)
        told.pop_front();
      made.signalsPerSecond = std::max(made.signalsPerSecond, static_cast<int>(told.size()));
    });
    QObject::connect(&runner, &code_runner::Runner::finished, &loop, &QEventLoop::quit);
    if (stopAfter >= 0)
      QTimer::singleShot(stopAfter, &runner, &code_runner::Runner::stop);
    QTimer::singleShot(limits.milliseconds + 20'000, &loop, &QEventLoop::quit);
    beat.start(5);
    runner.start(code);
    group = runner.processGroup();
    loop.exec();
    made.outcome = runner.outcome();
    made.figures = runner.figures();
    for (const code_runner::Piece& piece : runner.transcript().pieces())
      (piece.isError ? made.errors : made.printed) += piece.text;
  }
  made.groupIsGone =
      QTest::qWaitFor([group] { return code_runner::usageOf(group).processes == 0; }, 500) || group == 0;
  made.folderIsGone = QTest::qWaitFor(
      [&] {
        const QStringList after = cellFolders();
        return std::none_of(during.begin(), during.end(), [&](const QString& folder) {
          return !before.contains(folder) && after.contains(folder);
        });
      },
      10'000);
  return made;
}

} // namespace eigenboard::tests
