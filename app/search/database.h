#pragma once

#include <QtCore/QString>
#include <QtCore/QVariant>
#include <QtSql/QSqlQuery>

#include <cstdint>

namespace eigenboard::search {

enum class Fault : std::uint8_t {
  None,
  Damaged,  ///< the file is no index of ours, or no longer one
  Unusable, ///< it cannot be written: read-only, locked, a full disk
};

/// The SQLite connection behind an index; made, used and destroyed in one thread. Whatever fails is
/// remembered as a fault, and nothing throws.
class Database {
 public:
  /// An empty file name: in memory. The tables are made when there are none; the fault tells what came of it.
  explicit Database(const QString& fileName);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const QString& fileName() const { return fileName_; }
  /// The worst that happened since the file was opened.
  Fault fault() const { return fault_; }

  /// Runs one statement; an inactive query when it fails.
  QSqlQuery run(const QString& statement, const QVariantList& values = {});
  /// The first value of the first row; invalid when there is none.
  QVariant value(const QString& statement, const QVariantList& values = {});
  /// Begins, ends or gives up a transaction.
  bool begin() { return run(QStringLiteral("BEGIN IMMEDIATE")).isActive(); }
  bool commit() { return run(QStringLiteral("COMMIT")).isActive(); }
  void rollBack();

 private:
  void open();
  void makeTables();
  void note(const QSqlError& error);

  QString fileName_;
  QString connection_;
  Fault fault_ = Fault::None;
};

/// Deletes an index with the files that SQLite keeps beside it.
void removeDatabase(const QString& fileName);

} // namespace eigenboard::search
