#include "app/store/files.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace eigenboard;
using namespace eigenboard::tests;

class TwoProgramsShareAStore : public QObject {
  Q_OBJECT

 private slots:
  void neitherHarmsTheOther() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    std::vector<std::unique_ptr<QProcess>> others;
    for (int i = 0; i < 3; ++i) {
      others.push_back(std::make_unique<QProcess>());
      others.back()->start(storeHand(), {QStringLiteral("write"), folder.path()});
    }
    {
      store::Store store; // opened while the others open and make it
      QCOMPARE(store.open(folder.path()), store::Condition::Good);
      QVERIFY2(store.message().isEmpty(), qPrintable(store.message()));
      QElapsedTimer clock;
      clock.start();
      int number = 0;
      while (clock.elapsed() < 1200) {
        ++number;
        store.addNote(note(QStringLiteral("9.9"), QString::number(number), number));
        QTest::qWait(5);
      }
      QCOMPARE(store.flush(), QString());
      const QString mine = askPython(file, QStringLiteral("SELECT count(*) FROM note WHERE chapter = '9.9'"));
      QCOMPARE(mine, QString::number(number));
      QVERIFY2(store.message().isEmpty(), qPrintable(store.message()));
    }
    int written = 0;
    for (const auto& other : others)
      written += static_cast<int>(other->readAllStandardOutput().count('\n'));
    QTest::qWait(1100); // now all that was heard of is older than a second
    for (const auto& other : others) {
      other->kill();
      other->waitForFinished();
    }
    const int kept =
        askPython(file, QStringLiteral("SELECT count(*) FROM note WHERE chapter = '4.4'")).toInt();
    QVERIFY2(kept >= written && written > 0, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(written)));
    QCOMPARE(askPython(file, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*kept*")}, QDir::Files).isEmpty());
  }

  void manyFirstStartsMakeOneStore() {
    for (int round = 0; round < 3; ++round) {
      const QTemporaryDir folder;
      std::vector<std::unique_ptr<QProcess>> hands;
      for (int i = 0; i < 6; ++i) {
        hands.push_back(std::make_unique<QProcess>());
        hands.back()->start(storeHand(), {QStringLiteral("open"), folder.path()});
      }
      for (const auto& hand : hands) {
        QVERIFY(hand->waitForFinished());
        const QList<QByteArray> lines = hand->readAllStandardOutput().split('\n');
        QCOMPARE(lines.value(1), QByteArray("1"));
        QVERIFY2(lines.value(3).isEmpty(), lines.value(3).constData());
      }
      QCOMPARE(askPython(store::storeFile(folder.path()), QStringLiteral("SELECT count(*) FROM note")),
               QStringLiteral("6"));
    }
  }

  void manyThatFindItDamagedSetItAsideOnce() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    writeBytes(file, "garbage");
    std::vector<std::unique_ptr<QProcess>> hands;
    for (int i = 0; i < 6; ++i) {
      hands.push_back(std::make_unique<QProcess>());
      hands.back()->start(storeHand(), {QStringLiteral("open"), folder.path()});
    }
    for (const auto& hand : hands)
      QVERIFY(hand->waitForFinished());
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*kept*")}, QDir::Files),
             QStringList{QStringLiteral("store.sqlite.kept-1")});
    QCOMPARE(bytesOf(file + QStringLiteral(".kept-1")), QByteArray("garbage"));
    QCOMPARE(askPython(file, QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("6"));
  }
};

QTEST_GUILESS_MAIN(TwoProgramsShareAStore)
#include "two_programs_share_a_store.moc"
