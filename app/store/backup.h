#pragma once

#include "app/store/database.h"

#include <QtCore/QDate>

namespace eigenboard::store {

/// How many daily backups are kept, and how many of those made before an import.
inline constexpr int mostBackups = 7;

/// Copies the store to backups/store-DAY.sqlite unless the day has one, and removes the oldest beyond
/// mostBackups. The copy is made by VACUUM INTO (whole and compact, whatever other programs write meanwhile),
/// examined, and only then given its name. Empty, or the reason why there is none; then no older one was
/// removed. In the thread of the database; a store of 10,000 notes takes a tenth of a second.
QString backUpDaily(Database& database, const QString& folder, const QDate& day);

/// The same before an import: backups/store-before-import-TIME.sqlite.
QString backUpBeforeImport(Database& database, const QString& folder, const QDateTime& now);

/// Not empty: what is wrong with the file of this connection. deep: every index against its table too.
QString fault(Database& database, bool deep);

} // namespace eigenboard::store
