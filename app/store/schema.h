#pragma once

#include "app/store/database.h"

#include <QtCore/QStringList>

#include <vector>

namespace eigenboard::store {

/// "EIGB", in the header of every store: tells it from other SQLite files.
inline constexpr qint64 applicationId = 0x45494742;

/// Step n leads a file of version n (PRAGMA user_version) to version n + 1; a new file has version 0. A step
/// that has been published is never changed, a new one is added at the end.
using Migrations = std::vector<QStringList>;
const Migrations& migrations();
inline int schemaVersion() {
  return static_cast<int>(migrations().size());
}

/// Brings the file up to the last step in one transaction; does nothing to one that is there or beyond.
Failure migrate(Database& database, const Migrations& steps);

} // namespace eigenboard::store
