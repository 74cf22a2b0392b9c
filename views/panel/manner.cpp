#include "views/panel/manner.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Manner& manner) {
  QJsonObject json;
  if (manner.speed != Manner().speed)
    json.insert(u"speed"_s, manner.speed);
  if (!manner.locked.isEmpty())
    json.insert(u"locked"_s, QJsonArray::fromStringList(manner.locked));
  return json;
}

Manner mannerFromJson(const Description& description, const QJsonObject& json) {
  Manner manner;
  const double speed = json.value(u"speed"_s).toDouble(manner.speed);
  if (speed >= slowestSpeed && speed <= fastestSpeed)
    manner.speed = speed;
  const QJsonArray locked = json.value(u"locked"_s).toArray();
  for (const Parameter& parameter : description.parameters)
    if (parameter.kind == Kind::Seed && locked.contains(parameter.key))
      manner.locked += parameter.key;
  return manner;
}

} // namespace eigenboard::panel
