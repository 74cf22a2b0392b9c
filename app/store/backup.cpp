#include "app/store/backup.h"

#include "app/store/files.h"
#include "app/store/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtSql/QSqlQuery>

namespace eigenboard::store {

namespace {

QString copyTo(Database& database, const QString& target) {
  const QString made = nameWhileMaking(target);
  if (const Failure failure = database.run(QStringLiteral("VACUUM INTO ?"), {made}); !failure.ok()) {
    QFile::remove(made);
    return reason(failure);
  }
  QString wrong;
  {
    Database copy;
    const Failure failure = copy.open(made);
    wrong = failure.ok() ? fault(copy, false) : reason(failure);
  }
  QFile::remove(made + QStringLiteral("-journal"));
  if (wrong.isEmpty() && !putInPlace(made, target) && !QFileInfo::exists(target))
    wrong = translated("%1 cannot be written").arg(target);
  if (!wrong.isEmpty())
    QFile::remove(made);
  return wrong;
}

/// The names hold their dates, so the order of names is that of time.
void removeOldest(const QDir& backups, const QString& pattern) {
  const QStringList names = backups.entryList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
  for (qsizetype i = mostBackups; i < names.size(); ++i)
    QFile::remove(backups.filePath(names[i]));
}

QString backUp(Database& database, const QString& folder, const QString& name, const QString& pattern) {
  const QDir backups(backupFolder(folder));
  if (!QDir().mkpath(backups.path()))
    return translated("the folder %1 cannot be made").arg(backups.path());
  if (backups.exists(name))
    return {};
  const QString error = copyTo(database, backups.filePath(name));
  if (error.isEmpty())
    removeOldest(backups, pattern);
  return error;
}

} // namespace

QString backUpDaily(Database& database, const QString& folder, const QDate& day) {
  return backUp(database, folder, QStringLiteral("store-%1.sqlite").arg(day.toString(Qt::ISODate)),
                QStringLiteral("store-[0-9]*.sqlite"));
}

QString backUpBeforeImport(Database& database, const QString& folder, const QDateTime& now) {
  return backUp(database, folder,
                QStringLiteral("store-before-import-%1.sqlite")
                    .arg(now.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"))),
                QStringLiteral("store-before-import-*.sqlite"));
}

QString fault(Database& database, bool deep) {
  QStringList faults;
  const Failure failure = database.read(
      deep ? QStringLiteral("PRAGMA integrity_check(10)") : QStringLiteral("PRAGMA quick_check(10)"),
      [&faults](const QSqlQuery& row) { faults.append(row.value(0).toString()); });
  if (!failure.ok())
    return reason(failure);
  faults.removeAll(QStringLiteral("ok"));
  return faults.join(QStringLiteral("; "));
}

} // namespace eigenboard::store
