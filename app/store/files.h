#pragma once

#include <QtCore/QDate>
#include <QtCore/QString>

#include <vector>

namespace eigenboard::store {

/// The store itself.
QString storeFile(const QString& folder);
/// Where its copies are.
QString backupFolder(const QString& folder);

/// A copy of the store, made when day began, or before an import.
struct Backup {
  QString fileName;
  QDateTime made;
  qint64 bytes = 0;
};
/// Newest first.
std::vector<Backup> backupsIn(const QString& folder);

/// Renames what lies there to NAME.kept-1, or the first number that is free, with the journal that belongs to
/// it. Gives the new name; empty when it could not be renamed.
QString setAside(const QString& fileName);

/// Which file a name leads to at this moment; empty when there is none. Another file under the same name is
/// another identity.
QByteArray fileIdentity(const QString& fileName);

/// Gives a finished file its name in one step, unless there is a file of that name. What was written has
/// reached the disk before.
bool putInPlace(const QString& made, const QString& fileName);

/// A name beside fileName for a file that is being made; no other process uses it.
QString nameWhileMaking(const QString& fileName);

} // namespace eigenboard::store
