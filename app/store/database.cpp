#include "app/store/database.h"

#include "app/store/words.h"

#include <QtCore/QCoreApplication>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <atomic>

namespace eigenboard::store {

namespace {

// Other programs hold the file for milliseconds; whoever holds it longer will be told of, and tried again.
constexpr int busyMilliseconds = 300;

/// SQLite's primary result codes, which its file format document fixes for good.
Failure::Kind kindOf(int code) {
  switch (code & 0xff) {
  case 5: // SQLITE_BUSY
  case 6: // SQLITE_LOCKED
    return Failure::Kind::Locked;
  case 3: // SQLITE_PERM
  case 8: // SQLITE_READONLY
    return Failure::Kind::ReadOnly;
  case 13: // SQLITE_FULL
    return Failure::Kind::Full;
  case 11: // SQLITE_CORRUPT
  case 26: // SQLITE_NOTADB
    return Failure::Kind::Damaged;
  case 14: // SQLITE_CANTOPEN
    return Failure::Kind::CannotOpen;
  case 10: // SQLITE_IOERR
    return Failure::Kind::Disk;
  default:
    return Failure::Kind::Other;
  }
}

Failure failureOf(const QSqlError& error) {
  return {kindOf(error.nativeErrorCode().toInt()), error.databaseText()};
}

} // namespace

QString reason(const Failure& failure) {
  switch (failure.kind) {
  case Failure::Kind::None:
    return {};
  case Failure::Kind::Locked:
    return translated("another program holds the file");
  case Failure::Kind::ReadOnly:
    return translated("the file may not be written");
  case Failure::Kind::Full:
    return translated("the disk is full");
  case Failure::Kind::Damaged:
    return translated("the file is damaged");
  case Failure::Kind::CannotOpen:
    return translated("the file cannot be opened");
  case Failure::Kind::Disk:
    return translated("the disk does not take or give the data");
  case Failure::Kind::Other:
    break;
  }
  return failure.text;
}

Database::~Database() {
  close();
}

bool Database::hasDriver() {
  return QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"));
}

Failure Database::open(const QString& fileName) {
  close();
  static std::atomic<unsigned> opened = 0; // connection names are shared by all threads
  const QString name = QStringLiteral("eigenboard-store-%1").arg(++opened);
  Failure failure;
  {
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setDatabaseName(fileName);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds));
    if (!connection.open())
      failure = failureOf(connection.lastError());
  }
  name_ = name;
  // trusted_schema: a file from elsewhere can bring views and triggers, which shall do nothing clever.
  for (const char* setting :
       {"PRAGMA trusted_schema = OFF", "PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = FULL"})
    if (failure.ok())
      failure = run(QString::fromLatin1(setting));
  if (!failure.ok())
    close();
  return failure;
}

void Database::close() {
  if (name_.isEmpty())
    return;
  QSqlDatabase::database(name_, false).close();
  QSqlDatabase::removeDatabase(name_);
  name_.clear();
}

Failure Database::run(const QString& statement, const QVariantList& values) {
  QSqlQuery query(QSqlDatabase::database(name_, false));
  if (!query.prepare(statement))
    return failureOf(query.lastError());
  for (const QVariant& value : values)
    query.addBindValue(value);
  return query.exec() ? Failure() : failureOf(query.lastError());
}

Failure Database::read(const QString& statement, const std::function<void(const QSqlQuery&)>& row) {
  QSqlQuery query(QSqlDatabase::database(name_, false));
  query.setForwardOnly(true);
  if (!query.exec(statement))
    return failureOf(query.lastError());
  while (query.next())
    row(query);
  // A damaged page ends the rows like their natural end; only the error tells them apart.
  return query.lastError().isValid() ? failureOf(query.lastError()) : Failure();
}

Failure Database::readNumber(const QString& statement, qint64& number) {
  return read(statement, [&number](const QSqlQuery& query) { number = query.value(0).toLongLong(); });
}

Failure Database::inTransaction(const std::function<Failure()>& work) {
  Failure failure = run(QStringLiteral("BEGIN IMMEDIATE"));
  if (!failure.ok())
    return failure;
  failure = work();
  if (failure.ok())
    failure = run(QStringLiteral("COMMIT"));
  if (!failure.ok())
    run(QStringLiteral("ROLLBACK")); // after a full disk SQLite has rolled back itself, and this says so
  return failure;
}

} // namespace eigenboard::store
