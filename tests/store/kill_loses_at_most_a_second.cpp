#include "app/store/files.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

/// A process that writes until it is killed.
struct Hand {
  QTemporaryDir folder;
  QProcess process;
  std::vector<qint64> heardAt; ///< ms at which note n + 1 had been added
  qint64 killAt = 0;
  qint64 killed = 0;
};

void letThemWriteAndKill(std::vector<std::unique_ptr<Hand>>& hands) {
  QElapsedTimer clock;
  clock.start();
  for (const auto& hand : hands)
    hand->process.start(storeHand(), {QStringLiteral("write"), hand->folder.path()});
  const auto isAlive = [](const auto& hand) { return hand->killed == 0; };
  while (std::any_of(hands.begin(), hands.end(), isAlive))
    for (const auto& hand : hands) {
      hand->process.waitForReadyRead(1);
      while (hand->process.canReadLine()) {
        hand->process.readLine();
        hand->heardAt.push_back(clock.elapsed());
      }
      if (hand->killed == 0 && clock.elapsed() >= hand->killAt) {
        hand->killed = clock.elapsed();
        hand->process.kill(); // SIGKILL
      }
    }
  for (const auto& hand : hands)
    hand->process.waitForFinished();
}

} // namespace

class KillLosesAtMostASecond : public QObject {
  Q_OBJECT

 private slots:
  void atAnyMoment() {
    QRandomGenerator random(20);
    qint64 longestLoss = 0;
    std::size_t most = 0;
    for (int round = 0; round < 4; ++round) {
      std::vector<std::unique_ptr<Hand>> hands;
      for (int i = 0; i < 5; ++i) {
        hands.push_back(std::make_unique<Hand>());
        hands.back()->killAt =
            30 + random.bounded(1500); // in the making of the file, and through many writes
      }
      letThemWriteAndKill(hands);
      for (const auto& hand : hands) {
        QCOMPARE(hand->process.exitStatus(), QProcess::CrashExit);
        const QString file = store::storeFile(hand->folder.path());
        store::Store store;
        QCOMPARE(store.open(hand->folder.path()), store::Condition::Good);
        QVERIFY2(store.message().isEmpty(), qPrintable(store.message()));
        QCOMPARE(askPython(file, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
        const std::vector<store::Note> notes = store.notes();
        const std::size_t kept = notes.size();
        most = std::max(most, kept);
        for (std::size_t i = 0; i < kept; ++i)
          QCOMPARE(notes[i].text, QString::number(i + 1)); // none is missing between
        // The document is put a moment after its note: what is written together may end between them.
        const int position = store.contents().session.value(QStringLiteral("position")).toInt();
        QVERIFY(position == static_cast<int>(kept) || position == static_cast<int>(kept) - 1);
        if (kept >= hand->heardAt.size())
          continue;
        const qint64 loss = hand->killed - hand->heardAt[kept];
        longestLoss = std::max(longestLoss, loss);
        QVERIFY2(loss <= 1000,
                 qPrintable(QStringLiteral("a note of %1 ms before the kill is lost").arg(loss)));
      }
    }
    QVERIFY2(most > 50, "no process lived long enough to lose anything");
    qInfo("the longest time between a lost note and the kill was %lld ms", longestLoss);
  }
};

QTEST_GUILESS_MAIN(KillLosesAtMostASecond)
#include "kill_loses_at_most_a_second.moc"
