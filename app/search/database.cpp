#include "app/search/database.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>

#include <algorithm>

namespace eigenboard::search {

namespace {

constexpr int applicationId = 0x45426978; ///< "EBix"
/// Of the tables and of what tokens, documents and texts of formulas are like. Another number than the file's
/// makes a new index.
constexpr int formatVersion = 2;

constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;
constexpr int sqliteError = 1; ///< a table is missing, say

} // namespace

Database::Database(const QString& fileName)
    : fileName_(fileName), connection_(QStringLiteral("search-") + QUuid::createUuid().toString()) {
  open();
}

Database::~Database() {
  QSqlDatabase::database(connection_, false).close();
  QSqlDatabase::removeDatabase(connection_);
}

void Database::open() {
  if (!fileName_.isEmpty())
    QDir().mkpath(QFileInfo(fileName_).path());
  QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
  database.setDatabaseName(fileName_.isEmpty() ? QStringLiteral(":memory:") : fileName_);
  database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=500"));
  if (!database.open()) {
    note(database.lastError());
    return;
  }
  run(QStringLiteral("PRAGMA temp_store = MEMORY"));
  if (!fileName_.isEmpty()) {
    // Several programs may read while one writes; what a crash loses is only a cache.
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA synchronous = NORMAL"));
  }
  const bool isNew = value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() == 0;
  if (fault_ == Fault::None && isNew)
    makeTables();
  if (fault_ != Fault::None)
    return;
  const bool isOurs = value(QStringLiteral("PRAGMA application_id")).toInt() == applicationId &&
                      value(QStringLiteral("PRAGMA user_version")).toInt() == formatVersion;
  if (!isOurs || value(QStringLiteral("PRAGMA quick_check(1)")).toString() != QStringLiteral("ok"))
    fault_ = std::max(fault_, Fault::Damaged);
  if (fault_ == Fault::None && begin()) // may it be written?
    commit();
  run(QStringLiteral("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)"));
}

void Database::makeTables() {
  if (!begin())
    return;
  for (const QString& statement :
       {QStringLiteral(
            "CREATE TABLE sources (key TEXT PRIMARY KEY, size INTEGER, modified INTEGER, entry BLOB, "
            "content BLOB) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE documents (id INTEGER PRIMARY KEY, source TEXT, kind INTEGER, weight REAL, "
            "title_words TEXT, number_words TEXT, title TEXT, place TEXT, text TEXT, chapter TEXT, "
            "anchor TEXT, panel TEXT, preset TEXT)"),
        QStringLiteral("CREATE INDEX documents_of_source ON documents (source)"),
        // The words come as tokens.h makes them, so all that is left to do is to split at blanks: to the
        // ascii tokenizer every character beyond ASCII is part of a word.
        QStringLiteral("CREATE VIRTUAL TABLE words USING fts5 (title, context, keywords, text, "
                       "tokenize = 'ascii', prefix = '1 2 3')"),
        QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
        QStringLiteral("PRAGMA user_version = %1").arg(formatVersion)})
    if (!run(statement).isActive())
      return rollBack();
  commit();
}

void Database::note(const QSqlError& error) {
  const int code = error.nativeErrorCode().toInt() & 0xFF; // the rest tells finer shades
  const bool isDamage = code == sqliteCorrupt || code == sqliteNotADatabase || code == sqliteError;
  fault_ = std::max(fault_, isDamage ? Fault::Damaged : Fault::Unusable);
}

QSqlQuery Database::run(const QString& statement, const QVariantList& values) {
  QSqlQuery query(QSqlDatabase::database(connection_, false));
  query.setForwardOnly(true);
  bool isGood = query.prepare(statement);
  if (isGood) {
    for (const QVariant& value : values)
      query.addBindValue(value);
    isGood = query.exec();
  }
  if (!isGood)
    note(query.lastError());
  return query;
}

QVariant Database::value(const QString& statement, const QVariantList& values) {
  QSqlQuery query = run(statement, values);
  return query.next() ? query.value(0) : QVariant();
}

void Database::rollBack() {
  QSqlQuery query(QSqlDatabase::database(connection_, false));
  // Fails when SQLite has already given the transaction up by itself, which is as well.
  query.exec(QStringLiteral("ROLLBACK"));
}

void removeDatabase(const QString& fileName) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"})
    QFile::remove(fileName + QString::fromLatin1(ending));
}

} // namespace eigenboard::search
