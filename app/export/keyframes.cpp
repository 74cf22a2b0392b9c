#include "app/export/keyframes.h"

#include "app/export/bounded_json.h"
#include "app/export/words.h"

#include <QtCore/QJsonArray>

#include <cmath>

namespace eigenboard::figures {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestLabel = 200;

KeyframesResult refused(const QString& reason) {
  return {nullptr, {}, reason};
}

struct OneKeyframe {
  Keyframe keyframe;
  QString error;
};

OneKeyframe keyframeOf(const panel::Description& description, const QJsonValue& json) {
  if (!json.isObject())
    return {{}, tr("is no object")};
  const QJsonObject object = json.toObject();
  OneKeyframe read;
  read.keyframe.label = object.value(u"label"_s).toString().simplified().left(longestLabel);
  const QJsonValue milliseconds = object.value(u"milliseconds"_s);
  if (!milliseconds.isUndefined()) {
    const double value = milliseconds.toDouble(-1);
    if (!(value >= shortestKeyframe && value <= longestKeyframe))
      return {{},
              tr("has no duration from %1 to %2 milliseconds").arg(shortestKeyframe).arg(longestKeyframe)};
    read.keyframe.milliseconds = static_cast<int>(std::lround(value));
  }
  if (!object.value(u"state"_s).isObject())
    return {{}, tr("has no state")};
  panel::StateResult state = panel::fromJson(description, object.value(u"state"_s).toObject());
  if (!state.ok())
    return {{}, tr("has a fault: %1").arg(state.error)};
  read.keyframe.state = std::move(state.state);
  return read;
}

} // namespace

QJsonObject keyframesToJson(const panel::Description& description, const std::vector<Keyframe>& keyframes) {
  QJsonArray list;
  for (const Keyframe& keyframe : keyframes)
    list.append(QJsonObject{{u"label"_s, keyframe.label},
                            {u"milliseconds"_s, keyframe.milliseconds},
                            {u"state"_s, panel::toJson(description, keyframe.state)}});
  return {{u"panel"_s, description.identity.id}, {u"version"_s, keyframesVersion}, {u"keyframes"_s, list}};
}

KeyframesResult keyframesFromJson(const QJsonObject& json, const panel::Registry& registry) {
  const QString id = json.value(u"panel"_s).toString().left(100);
  if (!json.value(u"keyframes"_s).isArray())
    return refused(tr("there are no keyframes in it"));
  const panel::Panel* panel = registry.find(id);
  if (!panel)
    return refused(tr("its keyframes are of the panel '%1', which this program does not have").arg(id) +
                   panel::didYouMean(id, registry.ids()));
  if (const int version = json.value(u"version"_s).toInt(keyframesVersion); version > keyframesVersion)
    return refused(tr("its keyframes have version %1, and this program reads up to version %2")
                       .arg(version)
                       .arg(keyframesVersion));
  const QJsonArray list = json.value(u"keyframes"_s).toArray();
  if (list.isEmpty())
    return refused(tr("there are no keyframes in it"));
  if (list.size() > mostKeyframes)
    return refused(tr("it has %1 keyframes; at most %2 are possible").arg(list.size()).arg(mostKeyframes));
  KeyframesResult result{panel, {}, {}};
  for (qsizetype i = 0; i < list.size(); ++i) {
    OneKeyframe one = keyframeOf(panel->description(), list.at(i));
    if (!one.error.isEmpty())
      return refused(tr("keyframe %1 %2").arg(i + 1).arg(one.error));
    result.keyframes.push_back(std::move(one.keyframe));
  }
  return result;
}

KeyframesResult keyframesFromBytes(const QByteArray& bytes, const panel::Registry& registry) {
  const JsonResult json = boundedJson(bytes);
  return json.error.isEmpty() ? keyframesFromJson(json.object, registry) : refused(json.error);
}

} // namespace eigenboard::figures
