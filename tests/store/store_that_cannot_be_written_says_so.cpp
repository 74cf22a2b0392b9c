#include "app/store/files.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace eigenboard;
using namespace eigenboard::tests;
using store::Condition;

namespace {

const QString asNobody = QStringLiteral("--as-nobody"); // root may write everywhere

/// No file may grow beyond this: a disk that is full, as far as a program can tell.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
};

void permit(const QString& name, mode_t mode) {
  QCOMPARE(::chmod(QFile::encodeName(name).constData(), mode), 0);
}

/// The notes that the other process had in memory then, and words of what it told the reader.
void saysNotSaved(const HandsReport& report, Condition condition, int notes, const QString& words) {
  QCOMPARE(report.condition, condition);
  QVERIFY(!report.isSaved);
  QCOMPARE(report.notes, notes);
  QVERIFY2(report.message.contains(words), qPrintable(report.message));
}

} // namespace

class StoreThatCannotBeWrittenSaysSo : public QObject {
  Q_OBJECT

 private slots:
  void readOnlyFile() {
    const QTemporaryDir folder;
    fill(folder.path(), 3);
    const QString file = store::storeFile(folder.path());
    const QByteArray before = bytesOf(file);
    permit(folder.path(), 0777);
    permit(file, 0444);
    const HandsReport report = openByHand(folder.path(), {asNobody});
    // The three of the file, and one in memory.
    saysNotSaved(report, Condition::ReadOnly, 4, QStringLiteral("is not saved"));
    QCOMPARE(bytesOf(file), before);
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*kept*")}, QDir::Files).isEmpty());
  }

  void readOnlyFolder() {
    const QTemporaryDir folder;
    fill(folder.path(), 3);
    permit(store::storeFile(folder.path()), 0666);
    permit(folder.path(), 0555);
    const HandsReport report = openByHand(folder.path(), {asNobody});
    permit(folder.path(), 0700);
    saysNotSaved(report, Condition::ReadOnly, 4, QStringLiteral("is not saved"));
  }

  void fileThatMayNotBeRead() {
    const QTemporaryDir folder;
    fill(folder.path(), 3);
    permit(folder.path(), 0777);
    permit(store::storeFile(folder.path()), 0);
    const HandsReport report = openByHand(folder.path(), {asNobody});
    saysNotSaved(report, Condition::ReadOnly, 1, QStringLiteral("may not be read"));
    QVERIFY(QFile::exists(store::storeFile(folder.path())));
  }

  void damagedFileInAReadOnlyFolderStays() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    writeBytes(file, "garbage");
    permit(file, 0444);
    permit(folder.path(), 0555);
    const HandsReport report = openByHand(folder.path(), {asNobody});
    permit(folder.path(), 0700);
    QCOMPARE(report.condition, Condition::Damaged);
    QVERIFY(!report.isSaved);
    QVERIFY2(report.message.contains(QStringLiteral("could not be set aside")), qPrintable(report.message));
    QCOMPARE(bytesOf(file), QByteArray("garbage"));
  }

  void folderThatCannotBeMade() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    writeBytes(file, "a file");
    const HandsReport report = openByHand(file + QStringLiteral("/data"));
    saysNotSaved(report, Condition::NoFolder, 1, QStringLiteral("cannot be made"));
  }

  void missingFolderIsMade() {
    const QTemporaryDir folder;
    const HandsReport report = openByHand(folder.filePath(QStringLiteral("a/b/c")));
    QCOMPARE(report.condition, Condition::Good);
    QVERIFY(report.isSaved);
    QVERIFY2(report.message.isEmpty(), qPrintable(report.message));
  }

  void withoutTheDriver() {
    const QTemporaryDir folder;
    const HandsReport report = openByHand(folder.path(), {QStringLiteral("--without-drivers")});
    saysNotSaved(report, Condition::NoDriver, 1, QStringLiteral("libqt6sql6-sqlite"));
  }

  void heldByAnotherProgramWhenOpened() {
    const QTemporaryDir folder;
    fill(folder.path(), 3);
    const QString file = store::storeFile(folder.path());
    QProcess holder;
    holder.start(storeHand(), {QStringLiteral("hold"), file});
    QVERIFY(holder.waitForReadyRead());
    QElapsedTimer clock;
    clock.start();
    {
      store::Store store;
      QCOMPARE(store.open(folder.path()), Condition::Locked);
      QVERIFY2(clock.elapsed() < 3000,
               "the reader waits"); // SQLite waits 0.3 s at each of the first statements
      QVERIFY(!store.isSaved());
      QVERIFY(store.addNote(note(QStringLiteral("1.1"), QStringLiteral("in memory"))).ok());
      QCOMPARE(store.notes().size(), 1U);
      QVERIFY2(store.message().contains(QStringLiteral("is not saved")), qPrintable(store.message()));
    }
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QCOMPARE(askPython(file, QStringLiteral("SELECT count(*) FROM note")), QStringLiteral("3"));
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*kept*")}, QDir::Files).isEmpty());
  }

  void heldByAnotherProgramMeanwhileIsTriedAgain() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    store::Store store;
    QCOMPARE(store.open(folder.path()), Condition::Good);
    QProcess holder;
    holder.start(storeHand(), {QStringLiteral("hold"), file});
    QVERIFY(holder.waitForReadyRead());
    store.addNote(note(QStringLiteral("1.1"), QStringLiteral("patient")));
    QTRY_COMPARE(store.condition(), Condition::Failing);
    QVERIFY2(store.message().contains(QStringLiteral("another program")), qPrintable(store.message()));
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QTRY_COMPARE(store.condition(), Condition::Good);
    QVERIFY(store.message().isEmpty());
    QCOMPARE(askPython(file, QStringLiteral("SELECT text FROM note")), QStringLiteral("patient"));
  }

  void fullDiskIsToldAndTriedAgain() {
    const QTemporaryDir folder;
    const QString file = store::storeFile(folder.path());
    store::Store store;
    QCOMPARE(store.open(folder.path()), Condition::Good);
    const QString large(90'000, u'x');
    {
      const FullDisk full(60'000);
      QVERIFY(store.addNote(note(QStringLiteral("1.1"), large)).ok());
      QTRY_COMPARE(store.condition(), Condition::Failing);
      QVERIFY(!store.isSaved());
      QVERIFY2(store.message().contains(QStringLiteral("disk")), qPrintable(store.message()));
      QCOMPARE(store.notes().size(), 1U);
      QCOMPARE(askPython(file, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    }
    QTRY_COMPARE(store.condition(), Condition::Good);
    QCOMPARE(askPython(file, QStringLiteral("SELECT length(text) FROM note")), QStringLiteral("90000"));
  }

  void fullDiskAtTheStartIsTold() {
    const QTemporaryDir folder;
    store::Store store;
    {
      const FullDisk full(2'000);
      store.open(folder.path());
    }
    QVERIFY(!store.isSaved());
    QVERIFY2(store.message().contains(QStringLiteral("is not saved")), qPrintable(store.message()));
    QVERIFY(store.addNote(note(QStringLiteral("1.1"), QStringLiteral("in memory"))).ok());
    QVERIFY2(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty(),
             "something half-made is left");
  }
};

QTEST_GUILESS_MAIN(StoreThatCannotBeWrittenSaysSo)
#include "store_that_cannot_be_written_says_so.moc"
