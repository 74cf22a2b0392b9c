#include "app/search/index.h"
#include "tests/search/synthetic_book.h"

#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtTest/QTest>

#include <functional>
#include <unistd.h>

using namespace eigenboard;

namespace {

constexpr int chapters = 4;

struct Fixture {
  QTemporaryDir folder;
  book::Book book = tests::syntheticBook(folder.filePath(QStringLiteral("book")), chapters, 400);
  panel::Registry registry = panel::registeredPanels();
  QString cache = folder.filePath(QStringLiteral("cache"));

  /// Opens, refreshes, and tells how many sources had to be read.
  struct Outcome {
    int read = 0;
    bool isInMemory = false;
    std::size_t found = 0;
    QString fileName;
  };
  Outcome open(const QString& query = QStringLiteral("matrix")) {
    search::Index index(book, registry, cache);
    while (index.refreshNext()) {
    }
    Outcome outcome;
    outcome.found = index.search(query, search::Scope::Everything, 100).results.size();
    while (index.refreshNext()) { // a fault seen by the search begins anew
    }
    if (outcome.found == 0)
      outcome.found = index.search(query, search::Scope::Everything, 100).results.size();
    outcome.read = index.sourcesRead();
    outcome.isInMemory = index.isInMemory();
    outcome.fileName = index.fileName();
    return outcome;
  }
  int sources() const { return chapters + static_cast<int>(registry.panels().size()); }
};

QByteArray bytesOf(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& name, const QByteArray& bytes) {
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes), bytes.size());
}

using Damage = std::function<QByteArray(QByteArray)>;

} // namespace
Q_DECLARE_METATYPE(Damage)

class DamagedIndexesAreMadeAnew : public QObject {
  Q_OBJECT

 private slots:
  void nothingIsReadTwice() {
    Fixture fixture;
    QCOMPARE(fixture.open().read, fixture.sources());
    QCOMPARE(fixture.open().read, 0);
  }

  void aChangedChapterIsReadAgainAndNoOther() {
    Fixture fixture;
    QCOMPARE(fixture.open(QStringLiteral("okapi")).found, std::size_t(0));
    QFile file(fixture.folder.filePath(QStringLiteral("book/one/2.md")));
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n## Zoo\n\nAn okapi lives here.\n");
    file.close();
    const Fixture::Outcome after = fixture.open(QStringLiteral("okapi"));
    QCOMPARE(after.read, 1);
    QCOMPARE(after.found, std::size_t(1));
    // Touched, but the same: looked into, and nothing is written.
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(1), QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(fixture.open(QStringLiteral("okapi")).read, 1);
    QCOMPARE(fixture.open(QStringLiteral("okapi")).read, 0);
  }

  void aChapterThatIsGoneIsForgotten() {
    Fixture fixture;
    write(fixture.folder.filePath(QStringLiteral("book/one/3.md")), "# 1.3 X\n\nA quokka.\n");
    QCOMPARE(fixture.open(QStringLiteral("quokka")).found, std::size_t(1));
    QVERIFY(QFile::remove(fixture.folder.filePath(QStringLiteral("book/one/3.md"))));
    QCOMPARE(fixture.open(QStringLiteral("quokka")).found, std::size_t(0));
    write(fixture.folder.filePath(QStringLiteral("book/one/4.md")), "# 1.4 X\n\nA quokka.\n");
    QCOMPARE(fixture.open(QStringLiteral("quokka")).found, std::size_t(1));
    fixture.book.levels.front().chapters.pop_back(); // out of the map altogether
    QCOMPARE(fixture.open(QStringLiteral("quokka")).found, std::size_t(0));
  }

  void whateverLiesThereIsReplaced_data() {
    QTest::addColumn<Damage>("damage");
    const auto row = [](const char* name, Damage damage) { QTest::newRow(name) << damage; };
    row("empty", [](const QByteArray&) { return QByteArray(); });
    row("text", [](const QByteArray&) {
      return QByteArray("not a database, but long enough to look at\n").repeated(200);
    });
    row("cut", [](const QByteArray& bytes) { return bytes.first(bytes.size() / 2); });
    row("header only", [](const QByteArray& bytes) { return bytes.first(100); });
    row("zeros inside", [](QByteArray bytes) {
      return bytes.replace(bytes.size() / 4, bytes.size() / 2, QByteArray(bytes.size() / 2, '\0'));
    });
    row("noise inside", [](QByteArray bytes) {
      for (qsizetype i = 4096; i < bytes.size(); i += 97)
        bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
      return bytes;
    });
    row("an older form", [](QByteArray bytes) {
      bytes[63] = static_cast<char>(bytes[63] + 1); // user_version
      return bytes;
    });
    row("of another program", [](QByteArray bytes) {
      bytes[71] = static_cast<char>(bytes[71] + 1); // application_id
      return bytes;
    });
  }
  void whateverLiesThereIsReplaced() {
    QFETCH(Damage, damage);
    Fixture fixture;
    const Fixture::Outcome before = fixture.open();
    const QByteArray whole = bytesOf(before.fileName);
    QVERIFY(whole.size() > 10'000);
    write(before.fileName, damage(whole));
    const Fixture::Outcome after = fixture.open();
    QVERIFY(!after.isInMemory);
    QVERIFY(after.read >= fixture.sources());
    QCOMPARE(after.found, before.found);
    QCOMPARE(fixture.open().read, 0); // it is a good one again
  }

  void tablesOfOthersAreReplaced() {
    Fixture fixture;
    const Fixture::Outcome before = fixture.open();
    {
      QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
      database.setDatabaseName(before.fileName);
      QVERIFY(database.open());
      QSqlQuery query(database);
      QVERIFY(query.exec(QStringLiteral("DROP TABLE words")));
      database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("foreign"));
    const Fixture::Outcome after = fixture.open();
    QVERIFY(!after.isInMemory);
    QCOMPARE(after.found, before.found);
  }

  void damageWhileItIsOpenIsSurvived() {
    Fixture fixture;
    const QString fileName = fixture.open().fileName;
    search::Index index(fixture.book, fixture.registry, fixture.cache);
    while (index.refreshNext()) {
    }
    const QByteArray whole = bytesOf(fileName);
    write(fileName, QByteArray(whole.size(), '\x7f'));
    for (int round = 0; round < 3; ++round) {
      static_cast<void>(index.search(QStringLiteral("matrix"), search::Scope::Everything, 100));
      index.startOver();
      while (index.refreshNext()) {
      }
    }
    QVERIFY(!index.search(QStringLiteral("matrix"), search::Scope::Everything, 100).results.empty());
  }

  void aFolderInItsPlaceMeansMemory() {
    Fixture fixture;
    const QString fileName = fixture.open().fileName;
    search::removeDatabase(fileName);
    QVERIFY(QDir().mkpath(fileName + QStringLiteral("/something")));
    const Fixture::Outcome after = fixture.open();
    QVERIFY(after.isInMemory);
    QVERIFY(after.found > 0);
  }

  void aCacheThatCannotBeWrittenMeansMemory() {
    Fixture fixture;
    // A file where the folder should be, which not even the superuser can write into.
    write(fixture.cache, "in the way");
    const Fixture::Outcome outcome = fixture.open();
    QVERIFY(outcome.isInMemory);
    QVERIFY(outcome.found > 0);
    QCOMPARE(bytesOf(fixture.cache), QByteArray("in the way"));
  }

  void aReadOnlyIndexMeansMemory() {
    if (geteuid() == 0)
      return aLockedIndexMeansMemory(); // nothing is read-only to the superuser
    Fixture fixture;
    const QString fileName = fixture.open().fileName;
    QVERIFY(QFile::setPermissions(fileName, QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(fixture.cache, QFile::ReadOwner | QFile::ExeOwner));
    const Fixture::Outcome after = fixture.open();
    QFile::setPermissions(fixture.cache, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(after.isInMemory && after.found > 0);
  }

  void aLockedIndexMeansMemory() {
    Fixture fixture;
    const QString fileName = fixture.open().fileName;
    {
      QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("locker"));
      database.setDatabaseName(fileName);
      QVERIFY(database.open());
      QSqlQuery query(database);
      QVERIFY(query.exec(QStringLiteral("BEGIN EXCLUSIVE")));
      const Fixture::Outcome after = fixture.open();
      QVERIFY(after.isInMemory);
      QVERIFY(after.found > 0);
      QVERIFY(query.exec(QStringLiteral("ROLLBACK")));
      query.clear();
      database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("locker"));
    QVERIFY(!fixture.open().isInMemory);
  }

  void twoProgramsShareOneIndex() {
    Fixture fixture;
    search::Index one(fixture.book, fixture.registry, fixture.cache);
    search::Index other(fixture.book, fixture.registry, fixture.cache);
    bool oneGoesOn = true;
    bool otherGoesOn = true;
    while (oneGoesOn || otherGoesOn) {
      oneGoesOn = oneGoesOn && one.refreshNext();
      otherGoesOn = otherGoesOn && other.refreshNext();
    }
    const auto count = [](search::Index& index) {
      return index.search(QStringLiteral("matrix"), search::Scope::Everything, 100).results.size();
    };
    QVERIFY(count(one) > 0);
    QCOMPARE(count(one), count(other));
  }
};

QTEST_GUILESS_MAIN(DamagedIndexesAreMadeAnew)
#include "damaged_indexes_are_made_anew.moc"
