#pragma once

#include <QtCore/QString>
#include <QtCore/QVariant>

#include <functional>

class QSqlQuery;

namespace eigenboard::store {

/// Why a statement failed, as far as the program acts differently.
struct Failure {
  enum class Kind : std::uint8_t { None, Locked, ReadOnly, Full, Damaged, CannotOpen, Disk, Other };
  Kind kind = Kind::None;
  QString text; ///< SQLite's words
  bool ok() const { return kind == Kind::None; }
};

/// In a reader's words, a part of a sentence: "the disk is full".
QString reason(const Failure& failure);

/// One connection to one SQLite file, closed when this goes. Lives in the thread that opened it. SQL comes
/// from this program alone; every value is bound.
///
/// The journal is a rollback journal that is emptied after each transaction (TRUNCATE), with every commit
/// flushed to the disk (synchronous FULL). A write-ahead log would commit with one flush instead of two; but
/// writes are few and made in a thread nobody waits for, and with a rollback journal the store is one whole
/// file whenever nothing is being written: it can be copied, read where nothing may be written, and kept on a
/// network drive.
class Database {
 public:
  Database() = default;
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  static bool hasDriver();
  /// Makes the file when it is missing. A damaged or locked one shows itself here or with the first
  /// statement.
  Failure open(const QString& fileName);
  bool isOpen() const { return !name_.isEmpty(); }
  void close();

  Failure run(const QString& statement, const QVariantList& values = {});
  /// Calls row for each row of the answer.
  Failure read(const QString& statement, const std::function<void(const QSqlQuery&)>& row);
  /// The first value of the answer, as a number.
  Failure readNumber(const QString& statement, qint64& number);
  /// Runs work between BEGIN IMMEDIATE and COMMIT; what fails takes back the whole.
  Failure inTransaction(const std::function<Failure()>& work);

 private:
  QString name_; ///< of the connection, no other has it
};

} // namespace eigenboard::store
