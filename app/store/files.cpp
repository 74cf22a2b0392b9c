#include "app/store/files.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace eigenboard::store {

namespace {

constexpr int mostSetAside = 1000;

void flushToDisk(const QString& name, int flags) {
  const int descriptor = ::open(QFile::encodeName(name).constData(), flags | O_CLOEXEC);
  if (descriptor < 0)
    return;
  ::fsync(descriptor);
  ::close(descriptor);
}

} // namespace

QString storeFile(const QString& folder) {
  return folder + QStringLiteral("/store.sqlite");
}

QString backupFolder(const QString& folder) {
  return folder + QStringLiteral("/backups");
}

std::vector<Backup> backupsIn(const QString& folder) {
  std::vector<Backup> found;
  const QDir backups(backupFolder(folder));
  for (const QFileInfo& file : backups.entryInfoList({QStringLiteral("store-*.sqlite")}, QDir::Files))
    found.push_back({file.filePath(), file.lastModified(), file.size()});
  std::sort(found.begin(), found.end(), [](const Backup& a, const Backup& b) {
    return std::pair(a.made, a.fileName) > std::pair(b.made, b.fileName);
  });
  return found;
}

QString setAside(const QString& fileName) {
  for (int number = 1; number <= mostSetAside; ++number) {
    const QString kept = QStringLiteral("%1.kept-%2").arg(fileName).arg(number);
    if (QFileInfo::exists(kept) || QFileInfo(kept).isSymLink())
      continue;
    // A journal that is left belongs to this file; beside a new one it would spoil it.
    for (const char* suffix : {"-journal", "-wal", "-shm"})
      QFile::rename(fileName + QLatin1String(suffix), kept + QLatin1String(suffix));
    return QDir().rename(fileName, kept) ? kept : QString();
  }
  return {};
}

QByteArray fileIdentity(const QString& fileName) {
  struct stat status {};
  if (::stat(QFile::encodeName(fileName).constData(), &status) != 0)
    return {};
  return QByteArray::number(static_cast<qulonglong>(status.st_dev)) + ':' +
         QByteArray::number(static_cast<qulonglong>(status.st_ino));
}

bool putInPlace(const QString& made, const QString& fileName) {
  flushToDisk(made, O_RDONLY);
  const bool isThere = QFile::rename(made, fileName); // never over another file
  if (!isThere)
    QFile::remove(made);
  else
    flushToDisk(QFileInfo(fileName).path(), O_RDONLY | O_DIRECTORY);
  return isThere;
}

QString nameWhileMaking(const QString& fileName) {
  const QFileInfo info(fileName);
  const QString name =
      QStringLiteral("%1/.%2.%3").arg(info.path(), info.fileName()).arg(QCoreApplication::applicationPid());
  QFile::remove(name); // of a process that had this number and ended half-way
  QFile::remove(name + QStringLiteral("-journal"));
  return name;
}

} // namespace eigenboard::store
