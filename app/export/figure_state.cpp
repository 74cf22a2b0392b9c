#include "app/export/figure_state.h"

#include "app/export/bounded_json.h"
#include "app/export/stored_text.h"
#include "app/export/words.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

namespace eigenboard::figures {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestVersion = 40;

StoredState noState(const QString& reason) {
  return {{}, {}, {}, reason};
}

bool isState(const QJsonObject& json) {
  return json.value(u"panel"_s).isString() && json.value(u"values"_s).isObject();
}

QString tooLarge() {
  return tr("The file is larger than 64 MB, which no figure of Eigenboard is");
}

} // namespace

StoredState storedState(const QByteArray& bytes) {
  if (bytes.size() > largestFigureFile)
    return noState(tooLarge());
  const std::optional<QByteArray> text = storedText(bytes);
  if (!text)
    return noState(tr("This file holds no Eigenboard state"));
  const JsonResult json = boundedJson(*text);
  if (!json.error.isEmpty())
    return noState(tr("The state in this file cannot be read: %1").arg(json.error));
  StoredState stored;
  stored.version = json.object.value(u"eigenboard"_s).toString().left(longestVersion);
  stored.state = json.object.value(u"state"_s).toObject();
  stored.keyframes = json.object.value(u"keyframes"_s).toObject();
  if (!stored.keyframes.isEmpty())
    stored.state =
        stored.keyframes.value(u"keyframes"_s).toArray().at(0).toObject().value(u"state"_s).toObject();
  if (isState(json.object)) // a bare state
    stored.state = json.object;
  if (!isState(stored.state))
    return noState(tr("This file holds no Eigenboard state"));
  return stored;
}

StoredState storedStateOfFile(const QString& fileName) {
  const QFileInfo info(fileName);
  if (!info.isFile())
    return noState(info.exists() ? tr("'%1' is no ordinary file").arg(fileName)
                                 : tr("There is no file '%1'").arg(fileName));
  if (info.size() > largestFigureFile)
    return noState(tooLarge());
  QFile file(fileName);
  if (!file.open(QIODevice::ReadOnly))
    return noState(tr("The file cannot be read: %1").arg(file.errorString()));
  const QByteArray bytes = file.read(largestFigureFile + 1);
  if (file.error() != QFileDevice::NoError)
    return noState(tr("The file cannot be read: %1").arg(file.errorString()));
  return storedState(bytes);
}

RestoredFigure restoredFigure(const StoredState& stored, const panel::Registry& registry) {
  if (!stored.ok())
    return {nullptr, {}, stored.error, {}};
  const QString id = stored.state.value(u"panel"_s).toString().left(100);
  const panel::Panel* panel = registry.find(id);
  if (!panel)
    return {nullptr, {}, tr("The figure is of the panel '%1', which this program does not have").arg(id), {}};
  panel::StateResult result = panel::fromJson(panel->description(), stored.state);
  // What a session keeps beside the state is never taken from a file that somebody sent.
  for (const QString& key : {u"runs"_s, u"manner"_s})
    result.state.unknown.remove(key);
  const int version = stored.state.value(u"version"_s).toInt(0);
  // A newer form of state leaves nothing but defaults, which would not be the figure.
  if (!result.ok() && version > panel::toJson(panel->description(), result.state).value(u"version"_s).toInt())
    return {nullptr, {}, result.error, {}};
  return {panel, std::move(result.state), {}, result.error};
}

} // namespace eigenboard::figures
