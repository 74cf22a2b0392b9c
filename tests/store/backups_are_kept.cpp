#include "app/store/backup.h"
#include "app/store/files.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <csignal>
#include <sys/resource.h>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

QStringList names(const QString& folder) {
  return QDir(store::backupFolder(folder))
      .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class BackupsAreKept : public QObject {
  Q_OBJECT

 private slots:
  void theSevenNewestStay() {
    const QTemporaryDir folder;
    fill(folder.path(), 20);
    store::Database database;
    QVERIFY(database.open(store::storeFile(folder.path())).ok());
    const QDate first(2026, 2, 25); // across the end of a month
    for (int day = 0; day < 12; ++day)
      QCOMPARE(store::backUpDaily(database, folder.path(), first.addDays(day)), QString());
    QStringList wanted;
    for (int day = 5; day < 12; ++day)
      wanted.append(QStringLiteral("store-%1.sqlite").arg(first.addDays(day).toString(Qt::ISODate)));
    QCOMPARE(names(folder.path()), wanted);
    for (const QString& name : wanted) {
      const QString file = store::backupFolder(folder.path()) + u'/' + name;
      QCOMPARE(askPython(file, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
      QCOMPARE(askPython(file, QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("20"));
    }
  }

  void oneADayAndNoneIsWrittenOver() {
    const QTemporaryDir folder;
    fill(folder.path(), 1);
    store::Database database;
    QVERIFY(database.open(store::storeFile(folder.path())).ok());
    const QDate day(2026, 1, 1);
    QCOMPARE(store::backUpDaily(database, folder.path(), day), QString());
    const QString file = store::backupFolder(folder.path()) + QStringLiteral("/store-2026-01-01.sqlite");
    const QByteArray before = bytesOf(file);
    QVERIFY(database.run(QStringLiteral("DELETE FROM note")).ok());
    QCOMPARE(store::backUpDaily(database, folder.path(), day), QString());
    QCOMPARE(bytesOf(file), before);
  }

  void aFullDiskCostsNoOlderBackup() {
    const QTemporaryDir folder;
    fill(folder.path(), 50);
    store::Database database;
    QVERIFY(database.open(store::storeFile(folder.path())).ok());
    const QDate first(2026, 1, 1);
    for (int day = 0; day < 7; ++day)
      QCOMPARE(store::backUpDaily(database, folder.path(), first.addDays(day)), QString());
    const QStringList before = names(folder.path());
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto signalBefore = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{10'000, limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const QString error = store::backUpDaily(database, folder.path(), first.addDays(8));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, signalBefore);
    QVERIFY(!error.isEmpty());
    QCOMPARE(names(folder.path()), before);
  }

  void theProgramMakesOneAndTheInterfaceDoesNotWait() {
    const QTemporaryDir folder;
    fill(folder.path(), 5000);
    store::Store store;
    store.open(folder.path());
    // A clock of the interface: how long is the longest time between two of its turns?
    QElapsedTimer clock;
    double longest = 0;
    clock.start();
    QTimer turn;
    connect(&turn, &QTimer::timeout, &turn, [&] {
      longest = std::max(longest, static_cast<double>(clock.nsecsElapsed()) / 1e6);
      clock.start();
      store.setSession({{QStringLiteral("position"), clock.msecsSinceReference() % 1000}});
    });
    turn.start(1);
    const QString file = store::backupFolder(folder.path()) +
                         QStringLiteral("/store-%1.sqlite").arg(QDate::currentDate().toString(Qt::ISODate));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 20000);
    turn.stop();
    QCOMPARE(askPython(file, QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("5000"));

    store::Database database;
    QVERIFY(database.open(store::storeFile(folder.path())).ok());
    clock.start();
    QCOMPARE(store::backUpDaily(database, folder.path(), QDate(2020, 1, 1)), QString());
    qInfo("the backup took %.1f ms in its thread; the interface waited at most %.1f ms",
          static_cast<double>(clock.nsecsElapsed()) / 1e6, longest);
  }
};

QTEST_GUILESS_MAIN(BackupsAreKept)
#include "backups_are_kept.moc"
