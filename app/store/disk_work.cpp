#include "app/store/disk_work.h"

#include "app/store/backup.h"
#include "app/store/files.h"
#include "app/store/words.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace eigenboard::store {

namespace {

// Together with the half second in which the window gathers its own changes this stays below a second.
constexpr int writeMilliseconds = 300;
constexpr int retryMilliseconds = 1000;
// The start comes first; after that a session that lasts past midnight gets its backup too.
constexpr int firstBackupMilliseconds = 3000;
constexpr int backupMilliseconds = 10 * 60 * 1000;

} // namespace

DiskWork::DiskWork() : writeTimer_(this), backupTimer_(this) {
  writeTimer_.setSingleShot(true);
  connect(&writeTimer_, &QTimer::timeout, this, &DiskWork::commitAndTell);
  connect(&backupTimer_, &QTimer::timeout, this, &DiskWork::backUp);
}

Opened DiskWork::open(const QString& folder) {
  folder_ = folder;
  Opened opened = openStore(folder);
  opened.isWritable = opened.database != nullptr;
  database_ = std::move(opened.database);
  identity_ = opened.identity;
  if (database_)
    backupTimer_.start(firstBackupMilliseconds);
  return opened;
}

void DiskWork::take(const std::vector<Change>& changes) {
  for (const Change& change : changes)
    waiting_.insert(change.row, change);
  if (!writeTimer_.isActive())
    writeTimer_.start(writeMilliseconds);
}

bool DiskWork::isStillThere() const {
  return !identity_.isEmpty() && fileIdentity(storeFile(folder_)) == identity_;
}

Failure DiskWork::writeAll(const std::vector<Change>& more) {
  return database_->inTransaction([&] {
    for (const Change& change : std::as_const(waiting_))
      if (Failure failure = database_->run(change.statement, change.values); !failure.ok())
        return failure;
    for (const Change& change : more)
      if (Failure failure = database_->run(change.statement, change.values); !failure.ok())
        return failure;
    return Failure();
  });
}

Written DiskWork::commit() {
  writeTimer_.stop();
  if (waiting_.isEmpty() || !database_)
    return {};
  if (!isStillThere())
    return reopen(
        translated("The file of your notes and progress was moved or removed while the program ran."));
  const Failure failure = writeAll({});
  if (failure.ok()) {
    waiting_.clear();
    return {};
  }
  if (failure.kind == Failure::Kind::Damaged)
    return reopen({});
  writeTimer_.start(retryMilliseconds);
  Written result;
  result.error = reason(failure);
  return result;
}

void DiskWork::commitAndTell() {
  if (!waiting_.isEmpty())
    emit written(commit());
}

QString DiskWork::commitImport(const std::vector<Change>& changes) {
  if (!database_ || !isStillThere())
    return translated("the store is not open for writing");
  if (const QString error = backUpBeforeImport(*database_, folder_, QDateTime::currentDateTimeUtc());
      !error.isEmpty())
    return translated("the backup before it failed: %1").arg(error);
  const Failure failure = writeAll(changes);
  if (failure.ok())
    waiting_.clear();
  return reason(failure);
}

Written DiskWork::reopen(const QString& what) {
  database_.reset();
  waiting_.clear(); // all of it comes again, with everything else
  const Opened opened = open(folder_);
  Written result;
  result.isAnother = true;
  result.message = QStringList({what, opened.message}).join(u' ').trimmed();
  result.condition = opened.condition == Condition::Good ? Condition::Damaged : opened.condition;
  result.isOpen = database_ != nullptr;
  return result;
}

void DiskWork::backUp() {
  backupTimer_.start(backupMilliseconds);
  if (!database_ || !isStillThere())
    return;
  emit backedUp(backUpDaily(*database_, folder_, QDate::currentDate()));
}

void DiskWork::finish() {
  writeTimer_.stop();
  backupTimer_.stop();
  database_.reset();
}

} // namespace eigenboard::store
