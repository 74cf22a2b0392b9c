#include "app/store/report.h"

#include "app/store/backup.h"
#include "app/store/files.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace eigenboard::store {

namespace {

Report::State stateOf(Examined::State state) {
  switch (state) {
  case Examined::State::Good:
    return Report::State::Good;
  case Examined::State::Damaged:
    return Report::State::Damaged;
  case Examined::State::Newer:
    return Report::State::Newer;
  case Examined::State::Locked:
    return Report::State::Locked;
  case Examined::State::Unreadable:
    break;
  }
  return Report::State::Unreadable;
}

} // namespace

Report report(const QString& folder) {
  Report told;
  told.fileName = storeFile(folder);
  const QFileInfo info(told.fileName);
  const QDir place(folder);
  for (const QString& name : place.entryList({QStringLiteral("*.kept-*")}, QDir::AllEntries | QDir::Hidden))
    told.setAside.append(place.filePath(name));
  if (!info.exists()) {
    told.state = Report::State::Missing;
    return told;
  }
  told.bytes = info.isFile() ? info.size() : 0;
  if (!Database::hasDriver()) {
    told.state = Report::State::Unreadable;
    told.why =
        QCoreApplication::translate("Store", "Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite)");
    return told;
  }
  Examined examined = examine(told.fileName);
  told.state = stateOf(examined.state);
  told.why = examined.why;
  told.mayWrite = examined.mayWrite;
  if (examined.database)
    if (const QString wrong = fault(*examined.database, true); !wrong.isEmpty()) {
      told.state = Report::State::Damaged;
      told.why = wrong;
    }
  if (told.state == Report::State::Good)
    told.contents = std::move(examined.contents);
  return told;
}

} // namespace eigenboard::store
