#include "app/store/files.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace eigenboard::tests;
using store::Condition;

namespace {

/// The bytes of a good store with 300 notes.
const QByteArray& goodBytes() {
  static const QByteArray bytes = [] {
    const QTemporaryDir folder;
    fill(folder.path(), 300);
    return bytesOf(store::storeFile(folder.path()));
  }();
  return bytes;
}

QByteArray flipped(int seed) {
  QByteArray bytes = goodBytes();
  QRandomGenerator random(static_cast<quint32>(seed));
  for (int i = 0; i < 400; ++i)
    bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
  return bytes;
}

QByteArray headerWith(qsizetype at, const QByteArray& four) {
  QByteArray bytes = goodBytes();
  bytes.replace(at, four.size(), four);
  return bytes;
}

constexpr qsizetype userVersionAt = 60; // SQLite's file format, section 1.3
constexpr qsizetype applicationIdAt = 68;

void damages() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("garbage") << QByteArray(40000, '\x5a');
  QTest::newRow("text") << QByteArray("dear diary");
  QTest::newRow("zero length") << QByteArray();
  QTest::newRow("one byte") << QByteArray("S");
  QTest::newRow("header alone") << goodBytes().left(100);
  QTest::newRow("half of it") << goodBytes().left(goodBytes().size() / 2);
  QTest::newRow("one byte short") << goodBytes().chopped(1);
  QTest::newRow("zeros in the middle")
      << QByteArray(goodBytes()).replace(4096, 20000, QByteArray(20000, '\0'));
  QTest::newRow("of another program") << headerWith(applicationIdAt, QByteArray("\1\2\3\4", 4));
  QTest::newRow("of no version") << headerWith(userVersionAt, QByteArray("\0\0\0\0", 4));
  for (int seed = 1; seed <= 8; ++seed)
    QTest::addRow("400 random bytes, seed %d", seed) << flipped(seed);
}

} // namespace

class DamagedStoresAreSetAside : public QObject {
  Q_OBJECT

 private slots:
  void keptByAnotherNameAndANewOneBegins_data() { damages(); }
  void keptByAnotherNameAndANewOneBegins() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    writeBytes(file, bytes);
    {
      store::Store store;
      QCOMPARE(store.open(folder.path()), Condition::Damaged);
      QVERIFY(store.isSaved());
      QVERIFY2(store.message().contains(file + QStringLiteral(".kept-1")), qPrintable(store.message()));
      QVERIFY(store.notes().empty());
      QVERIFY(store.addNote(note(QStringLiteral("4.4"), QStringLiteral("after"))).ok());
    }
    QCOMPARE(bytesOf(file + QStringLiteral(".kept-1")), bytes);
    QCOMPARE(askPython(file, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    store::Store again;
    QCOMPARE(again.open(folder.path()), Condition::Good);
    QVERIFY(again.message().isEmpty());
    QCOMPARE(again.notes().size(), 1U);
  }

  void theNewestGoodBackupTakesItsPlace() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    QVERIFY(QDir().mkpath(store::backupFolder(folder.path())));
    const QDateTime when = QDateTime::currentDateTime().addDays(-3);
    const auto backup = [&](const char* day, const QByteArray& bytes, int secondsLater) {
      const QString name =
          store::backupFolder(folder.path()) + QStringLiteral("/store-%1.sqlite").arg(QLatin1String(day));
      writeBytes(name, bytes);
      QFile made(name);
      QVERIFY(made.open(QIODevice::ReadWrite));
      QVERIFY(made.setFileTime(when.addSecs(secondsLater), QFileDevice::FileModificationTime));
    };
    const QTemporaryDir older;
    fill(older.path(), 2);
    backup("2026-01-01", bytesOf(store::storeFile(older.path())), 0);
    backup("2026-01-02", goodBytes(), 60);
    backup("2026-01-03", QByteArray(5000, 'x'), 120); // the newest is no good
    writeBytes(file, goodBytes().left(3000));
    store::Store store;
    QCOMPARE(store.open(folder.path()), Condition::Damaged);
    QCOMPARE(store.notes().size(), 300U);
    const QString from = QLocale().toString(when.addSecs(60), QLocale::ShortFormat);
    QVERIFY2(store.message().contains(from), qPrintable(store.message()));
    QVERIFY(QFile::exists(file + QStringLiteral(".kept-1")));
    QCOMPARE(store::backupsIn(folder.path()).size(), 3U);
  }

  void aNewerOneIsKept() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    const QByteArray bytes = headerWith(userVersionAt, QByteArray("\0\0\0\x63", 4));
    writeBytes(file, bytes);
    store::Store store;
    QCOMPARE(store.open(folder.path()), Condition::Newer);
    QVERIFY(store.isSaved());
    QVERIFY(store.message().contains(QStringLiteral("newer")));
    QCOMPARE(bytesOf(file + QStringLiteral(".kept-1")), bytes);
  }

  void aFolderInItsPlaceIsKept() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    QVERIFY(QDir().mkpath(file));
    writeBytes(file + QStringLiteral("/mine"), "mine");
    store::Store store;
    QCOMPARE(store.open(folder.path()), Condition::Damaged);
    QVERIFY(store.isSaved());
    QCOMPARE(bytesOf(file + QStringLiteral(".kept-1/mine")), QByteArray("mine"));
  }

  void aProgramThatEndedWhileReplacingItIsNoLoss() {
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(store::backupFolder(folder.path())));
    writeBytes(store::storeFile(folder.path()) + QStringLiteral(".kept-1"), "garbage");
    {
      store::Store store;
      QCOMPARE(store.open(folder.path()), Condition::Damaged);
      QVERIFY2(store.message().contains(QStringLiteral("missing")), qPrintable(store.message()));
    }
    QVERIFY(QFile::remove(store::storeFile(folder.path())));
    writeBytes(store::backupFolder(folder.path()) + QStringLiteral("/store-2026-01-01.sqlite"), goodBytes());
    store::Store store;
    QCOMPARE(store.open(folder.path()), Condition::Damaged);
    QCOMPARE(store.notes().size(), 300U);
    QVERIFY2(store.message().contains(QStringLiteral("backup")), qPrintable(store.message()));
  }

  void everyOneThatWasSetAsideStays() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    for (int i = 1; i <= 3; ++i) {
      writeBytes(file, QByteArray::number(i));
      store::Store store;
      QCOMPARE(store.open(folder.path()), Condition::Damaged);
    }
    for (int i = 1; i <= 3; ++i)
      QCOMPARE(bytesOf(file + QStringLiteral(".kept-%1").arg(i)), QByteArray::number(i));
  }

  void removedWhileTheProgramRunsAllIsWrittenAgain_data() {
    QTest::addColumn<QByteArray>("instead");
    QTest::newRow("removed") << QByteArray();
    QTest::newRow("replaced by garbage") << QByteArray(9000, 'g');
  }
  void removedWhileTheProgramRunsAllIsWrittenAgain() {
    QFETCH(QByteArray, instead);
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    {
      store::Store store;
      store.open(folder.path());
      store.addNote(note(QStringLiteral("4.4"), QStringLiteral("before")));
      QVERIFY(store.flush().isEmpty());
      QVERIFY(QFile::remove(file));
      if (!instead.isEmpty())
        writeBytes(file, instead);
      store.addNote(note(QStringLiteral("4.4"), QStringLiteral("after")));
      QTRY_VERIFY(!store.message().isEmpty());
      QVERIFY(store.isSaved());
    }
    QCOMPARE(askPython(file, QStringLiteral("SELECT text FROM note ORDER BY text DESC")),
             QStringLiteral("before\nafter"));
  }

  void damagedWhileTheProgramRunsAllIsWrittenAgain() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    {
      store::Store store;
      store.open(folder.path());
      for (int i = 0; i < 300; ++i)
        store.addNote(note(QStringLiteral("4.4"), QStringLiteral("note %1").arg(i), i));
      QVERIFY(store.flush().isEmpty());
      QFile broken(file); // the same file, written over by a failing disk
      QVERIFY(broken.open(QIODevice::ReadWrite));
      broken.write(QByteArray(broken.size(), '\xee'));
      broken.close();
      store.addNote(note(QStringLiteral("4.4"), QStringLiteral("after"), 1000));
    }
    QCOMPARE(askPython(file, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    QCOMPARE(askPython(file, QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("301"));
  }
};

QTEST_GUILESS_MAIN(DamagedStoresAreSetAside)
#include "damaged_stores_are_set_aside.moc"
