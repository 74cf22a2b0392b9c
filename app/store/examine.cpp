#include "app/store/backup.h"
#include "app/store/opening.h"
#include "app/store/reading.h"
#include "app/store/schema.h"
#include "app/store/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

namespace eigenboard::store {

namespace {

// Beyond this size looking at every page would be felt at the start. Damage then shows itself when the rows
// are read, all of which are, and before every backup.
constexpr qint64 largestChecked = 16 * 1024 * 1024;

using State = Examined::State;

Examined verdict(State state, const QString& why) {
  Examined examined;
  examined.state = state;
  examined.why = why;
  examined.mayWrite = false;
  return examined;
}

/// What a failure while looking says about the file.
Examined verdict(const Failure& failure) {
  switch (failure.kind) {
  case Failure::Kind::Locked:
    return verdict(State::Locked, reason(failure));
  // SQL of ours that finds no table or column: this is no store of its version.
  case Failure::Kind::Other:
  case Failure::Kind::Damaged:
    return verdict(State::Damaged, reason(failure));
  default:
    return verdict(State::Unreadable, reason(failure));
  }
}

/// SQLite reads what is missing of the last page as zeros.
bool isCutOff(Database& database, const QString& fileName) {
  qint64 pages = 0;
  qint64 pageSize = 0;
  const bool isKnown = database.readNumber(QStringLiteral("PRAGMA page_count"), pages).ok() &&
                       database.readNumber(QStringLiteral("PRAGMA page_size"), pageSize).ok();
  return isKnown && QFileInfo(fileName).size() < pages * pageSize;
}

} // namespace

Examined examine(const QString& fileName) {
  const QFileInfo info(fileName);
  if (!info.isFile())
    return verdict(State::Damaged, translated("it is no file"));
  if (info.size() == 0)
    return verdict(State::Damaged, translated("it is empty"));
  if (!info.isReadable())
    return verdict(State::Unreadable, translated("it may not be read"));

  auto database = std::make_unique<Database>();
  qint64 program = 0;
  qint64 version = 0;
  Failure failure = database->open(fileName);
  if (failure.ok())
    failure = database->readNumber(QStringLiteral("PRAGMA application_id"), program);
  if (failure.ok())
    failure = database->readNumber(QStringLiteral("PRAGMA user_version"), version);
  if (!failure.ok())
    return verdict(failure);
  if (program != applicationId || version < 1)
    return verdict(State::Damaged, translated("it is no store of this program"));
  if (version > schemaVersion())
    return verdict(State::Newer, translated("a newer version of this program wrote it"));
  if (isCutOff(*database, fileName))
    return verdict(State::Damaged, translated("its end is missing"));
  if (info.size() <= largestChecked)
    if (const QString wrong = fault(*database, false); !wrong.isEmpty())
      return verdict(State::Damaged, wrong);

  Examined examined;
  examined.mayWrite = info.isWritable() && QFileInfo(info.path()).isWritable();
  if (examined.mayWrite) {
    failure = migrate(*database, migrations());
    if (failure.kind ==
        Failure::Kind::Full) { // what is there can still be read, as in a file that may not be written
      failure = {};
      examined.mayWrite = false;
    }
  }
  if (failure.ok())
    failure = readContents(*database, examined.contents);
  if (!failure.ok())
    return verdict(failure);
  examined.database = std::move(database);
  return examined;
}

} // namespace eigenboard::store
