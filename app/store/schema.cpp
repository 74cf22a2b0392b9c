#include "app/store/schema.h"

namespace eigenboard::store {

const Migrations& migrations() {
  // Times are milliseconds since 1970 in UTC. "more" holds JSON of a newer program, or nothing.
  static const Migrations steps{
      {
          QStringLiteral("CREATE TABLE document(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)"),
          QStringLiteral(
              "CREATE TABLE note(id INTEGER PRIMARY KEY, chapter TEXT NOT NULL, section TEXT NOT NULL, "
              "passage TEXT NOT NULL, place REAL NOT NULL, text TEXT NOT NULL, changed INTEGER NOT NULL, "
              "more TEXT NOT NULL DEFAULT '')"),
          QStringLiteral(
              "CREATE TABLE bookmark(id INTEGER PRIMARY KEY, chapter TEXT NOT NULL, section TEXT NOT NULL, "
              "label TEXT NOT NULL, place REAL NOT NULL, made INTEGER NOT NULL, "
              "more TEXT NOT NULL DEFAULT '')"),
          QStringLiteral("CREATE TABLE answer(chapter TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, "
                         "is_right INTEGER NOT NULL, given INTEGER NOT NULL, PRIMARY KEY(chapter, key))"),
          QStringLiteral(
              "CREATE TABLE section(chapter TEXT NOT NULL, anchor TEXT NOT NULL, read REAL NOT NULL, "
              "PRIMARY KEY(chapter, anchor))"),
          QStringLiteral("CREATE TABLE goal(name TEXT PRIMARY KEY NOT NULL, reached INTEGER NOT NULL)"),
          QStringLiteral("CREATE TABLE visit(chapter TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL)"),
          QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
      },
      {
          QStringLiteral("CREATE TABLE exercise(chapter TEXT NOT NULL, anchor TEXT NOT NULL, "
                         "is_tried INTEGER NOT NULL, is_solved INTEGER NOT NULL, changed INTEGER NOT NULL, "
                         "PRIMARY KEY(chapter, anchor))"),
      }};
  return steps;
}

Failure migrate(Database& database, const Migrations& steps) {
  const QString askVersion = QStringLiteral("PRAGMA user_version");
  const auto last = static_cast<qint64>(steps.size());
  qint64 version = 0;
  Failure failure = database.readNumber(askVersion, version);
  if (!failure.ok() || version >= last)
    return failure;
  return database.inTransaction([&] {
    // Asked again under the lock: another program may have migrated the file meanwhile.
    Failure step = database.readNumber(askVersion, version);
    for (; step.ok() && version < last; ++version)
      for (const QString& statement : steps[static_cast<std::size_t>(version)])
        if (step.ok())
          step = database.run(statement);
    // A PRAGMA takes no bound value; this is a number of our own.
    return step.ok() ? database.run(QStringLiteral("PRAGMA user_version = %1").arg(version)) : step;
  });
}

} // namespace eigenboard::store
