#include "app/window/locations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace eigenboard::window {

namespace {
bool holdsBook(const QString& folder) {
  return QFileInfo::exists(folder + QStringLiteral("/book.json"));
}
} // namespace

QString chaptersFolder() {
  const QString chosen = qEnvironmentVariable("EIGENBOARD_CHAPTERS");
  if (!chosen.isEmpty())
    return QDir(chosen).absolutePath();
  // build/<preset>/app/eigenboard in the source tree; bin/eigenboard when installed.
  const QDir program(QCoreApplication::applicationDirPath());
  for (const char* relative : {"../../../chapters", "../share/eigenboard/chapters"}) {
    const QString folder = QDir::cleanPath(program.filePath(QString::fromLatin1(relative)));
    if (holdsBook(folder))
      return folder;
  }
  return {};
}

QString dataFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString searchFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/search");
}

typesetting::TypesetterOptions typesetterOptions(const book::Book& book) {
  typesetting::TypesetterOptions options;
  options.cacheDirectory =
      QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/formulas");
  options.macros = book.macros.texts();
  return options;
}

typesetting::TypesetterOptions typesetterOptions() {
  return typesetterOptions(book::readBook(chaptersFolder()));
}

QString chosenPython() {
  return qEnvironmentVariable("EIGENBOARD_PYTHON");
}

QString codeCacheFolder() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
  return folder.isEmpty() ? QString() : folder + QStringLiteral("/python");
}

} // namespace eigenboard::window
