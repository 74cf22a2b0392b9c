#include "app/store/opening.h"

#include "app/store/files.h"
#include "app/store/schema.h"
#include "app/store/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QLockFile>

namespace eigenboard::store {

namespace {

// Another program that is opening the store is done in milliseconds; one that hangs must not stop this one.
constexpr int openingMilliseconds = 1000;

using State = Examined::State;

QString notSaved() {
  return translated("What you do now is not saved.");
}

Opened without(Condition condition, const QString& message) {
  Opened opened;
  opened.condition = condition;
  opened.message = message + u' ' + notSaved();
  return opened;
}

Opened fromGood(Examined examined, const QString& fileName) {
  Opened opened;
  opened.contents = std::move(examined.contents);
  if (examined.mayWrite) {
    opened.database = std::move(examined.database);
    opened.identity = fileIdentity(fileName);
  } else {
    opened.condition = Condition::ReadOnly;
    opened.message = translated("Your notes and progress in %1 can be read but not written.").arg(fileName) +
                     u' ' + notSaved();
  }
  return opened;
}

/// A file whose schema is committed before it gets its name: a kill leaves a whole store or none.
Failure makeEmpty(const QString& fileName) {
  const QString made = nameWhileMaking(fileName);
  Failure failure;
  {
    Database database;
    failure = database.open(made);
    if (failure.ok())
      failure = migrate(database, migrations());
  }
  QFile::remove(made + QStringLiteral("-journal"));
  if (failure.ok())
    putInPlace(made, fileName); // if another program was first, its file is as good
  else
    QFile::remove(made);
  return failure;
}

/// Puts the newest good backup in place. Gives when it was made, or an invalid time.
QDateTime restore(const QString& folder) {
  for (const Backup& backup : backupsIn(folder)) {
    const QString made = nameWhileMaking(storeFile(folder));
    if (!QFile::copy(backup.fileName, made))
      continue;
    QFile::setPermissions(made, QFile::ReadOwner | QFile::WriteOwner);
    const bool isGood = examine(made).state == State::Good;
    QFile::remove(made + QStringLiteral("-journal"));
    if (isGood && putInPlace(made, storeFile(folder)))
      return backup.made;
    QFile::remove(made);
  }
  return {};
}

Opened openAsFound(Examined examined, const QString& fileName) {
  switch (examined.state) {
  case State::Good:
    return fromGood(std::move(examined), fileName);
  case State::Locked:
    return without(Condition::Locked,
                   translated("Another program holds your notes and progress in %1.").arg(fileName));
  default:
    return without(
        Condition::ReadOnly,
        translated("Your notes and progress in %1 cannot be opened: %2.").arg(fileName, examined.why));
  }
}

/// Where there is no file any more: the newest good backup, or an empty store. what: why there is none.
Opened beginAnew(const QString& folder, const QString& what) {
  const QString fileName = storeFile(folder);
  const QDateTime from = restore(folder);
  if (!from.isValid())
    if (const Failure failure = makeEmpty(fileName); !failure.ok())
      return without(
          Condition::NoFolder,
          QStringList({what, translated("No file can be made in %1: %2.").arg(folder, reason(failure))})
              .join(u' ')
              .trimmed());
  Opened opened = openAsFound(examine(fileName), fileName);
  const QString now = from.isValid() ? translated("The backup of %1 took its place.")
                                           .arg(QLocale().toString(from.toLocalTime(), QLocale::ShortFormat))
                      : what.isEmpty() ? QString()
                                       : translated("A new one begins.");
  opened.message = QStringList({what, now, opened.message}).join(u' ').trimmed();
  return opened;
}

Opened openAnew(const QString& folder, const Examined& found) {
  const QString fileName = storeFile(folder);
  const bool isNewer = found.state == State::Newer;
  const QString what =
      isNewer ? translated("Your notes and progress were written by a newer version of this program.")
              : translated("The file of your notes and progress is damaged (%1).").arg(found.why);
  const Condition condition = isNewer ? Condition::Newer : Condition::Damaged;
  const QString kept = setAside(fileName);
  if (kept.isEmpty())
    return without(condition, what + u' ' + translated("It could not be set aside."));
  Opened opened = beginAnew(folder, what + u' ' + translated("It was kept as %1.").arg(kept));
  if (opened.database)
    opened.condition = condition;
  return opened;
}

} // namespace

Opened openStore(const QString& folder) {
  if (!QDir().mkpath(folder))
    return without(Condition::NoFolder,
                   translated("The folder for your notes and progress, %1, cannot be made.").arg(folder));
  if (!Database::hasDriver())
    return without(Condition::NoDriver,
                   translated("Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite), which keeps your "
                              "notes and progress."));
  // In a folder that may not be written there is no lock, and nothing that it would protect.
  QLockFile onlyOne(folder + QStringLiteral("/store.lock"));
  onlyOne.tryLock(openingMilliseconds);

  const QString fileName = storeFile(folder);
  const QFileInfo info(fileName);
  if (info.isSymLink() && !info.exists())
    return without(Condition::ReadOnly, translated("%1 leads to a file that is not there.").arg(fileName));
  if (!info.exists()) {
    // With such files beside it, it is not missing for being new: a program ended while it replaced it, say.
    const QStringList setAsideOnes =
        QDir(folder).entryList({QStringLiteral("store.sqlite.kept-*")}, QDir::AllEntries);
    const bool hadOne = !setAsideOnes.isEmpty() || !backupsIn(folder).empty();
    Opened opened = beginAnew(folder, hadOne ? translated("The file of your notes and progress was missing.")
                                             : QString());
    if (hadOne && opened.database)
      opened.condition = Condition::Damaged;
    return opened;
  }
  Examined found = examine(fileName);
  return found.state == State::Damaged || found.state == State::Newer
             ? openAnew(folder, found)
             : openAsFound(std::move(found), fileName);
}

} // namespace eigenboard::store
