#include "app/window/earlier_session.h"

#include "app/store/files.h"
#include "app/window/words.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace eigenboard::window {

namespace {

constexpr int lastVersion = 1;
// A session was a few kilobytes; whatever is larger is not one of ours.
constexpr qint64 largestFile = 16 * 1024 * 1024;

QString keptAside(const QString& fileName, const QString& why) {
  const QString kept = store::setAside(fileName);
  return kept.isEmpty() ? translated("%1 It could not be set aside.").arg(why)
                        : translated("%1 It was kept as %2.").arg(why, kept);
}

} // namespace

QString takeOverEarlierSession(store::Store& store, const QString& folder) {
  const QString fileName = folder + QStringLiteral("/session.json");
  QFile file(fileName);
  if (!file.exists())
    return {};
  if (!file.open(QIODevice::ReadOnly))
    return translated("The session saved by an earlier version cannot be read: %1.").arg(file.errorString());
  const QByteArray bytes = file.size() <= largestFile ? file.readAll() : QByteArray();
  file.close();
  const QJsonDocument document = QJsonDocument::fromJson(bytes);
  QJsonObject session = document.object();
  if (!document.isObject() || session.take(QStringLiteral("version")).toInt() > lastVersion)
    return keptAside(fileName, translated("The session saved by an earlier version is damaged."));

  for (const QJsonValue& goal : session.take(QStringLiteral("goals")).toArray())
    if (!goal.toString().isEmpty())
      if (const QString error = store.addGoal(goal.toString()); !error.isEmpty())
        return error;
  for (const QString& key : session.keys())
    if (store.contents().session.contains(key))
      session.remove(key);
  QString error = store.setSession(session);
  if (error.isEmpty() && store.isSaved())
    error = store.flush();
  // Not yet on the disk: the file stays what it was, and the next start takes it over.
  if (!error.isEmpty() || !store.isSaved())
    return error;
  return store::setAside(fileName).isEmpty()
             ? translated("The session of an earlier version, %1, could not be renamed.").arg(fileName)
             : QString();
}

} // namespace eigenboard::window
