#include "app/window/session_store.h"

#include "views/render/safe_write.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace eigenboard::window {

namespace {

constexpr int formatVersion = 1;
// A session is a few kilobytes; whatever is larger is not one of ours.
constexpr qint64 largestFile = 16 * 1024 * 1024;
constexpr int mostSetAside = 1000;

QString text(const char* source) {
  return QCoreApplication::translate("Session", source);
}

StoredSession setAside(const QString& fileName, const QString& reason) {
  for (int number = 1; number <= mostSetAside; ++number) {
    const QString kept = QStringLiteral("%1.kept-%2").arg(fileName).arg(number);
    if (QFile::exists(kept))
      continue;
    if (QFile::rename(fileName, kept))
      return {{}, text("%1 It was kept as %2, and a new one begins.").arg(reason, kept), true};
    break;
  }
  return {{}, text("%1 It could not be set aside, so this session will not be saved.").arg(reason), false};
}

} // namespace

StoredSession readSession(const QString& fileName) {
  QFile file(fileName);
  if (!file.exists())
    return {};
  if (!file.open(QIODevice::ReadOnly))
    return {{},
            text("The saved session cannot be read: %1. This one will not be saved.").arg(file.errorString()),
            false};
  const QByteArray bytes = file.size() <= largestFile ? file.readAll() : QByteArray();
  file.close();
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
  if (!document.isObject())
    return setAside(fileName, text("The saved session is damaged."));
  if (document.object().value(QStringLiteral("version")).toInt() > formatVersion)
    return setAside(fileName, text("The saved session was written by a newer version."));
  return {document.object(), {}, true};
}

QString writeSession(const QString& fileName, QJsonObject content) {
  content[QStringLiteral("version")] = formatVersion;
  return render::writeWhole(fileName, QJsonDocument(content).toJson(QJsonDocument::Indented));
}

} // namespace eigenboard::window
