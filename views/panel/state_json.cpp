#include "views/panel/state.h"
#include "views/panel/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

/// Raised when files change their meaning, so that an old program does not misread a new file.
constexpr int stateVersion = 1;

/// The text form of a JSON value. Hand-written files may hold plain numbers and booleans.
QString textOf(const QJsonValue& value) {
  if (value.isBool())
    return value.toBool() ? u"true"_s : u"false"_s;
  if (value.isDouble())
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
  return value.toString();
}

bool isKnownKey(const Description& description, const QString& key) {
  if (parameterIndex(description, key) >= 0)
    return true;
  for (const Group& group : description.groups)
    if (group.key == key)
      return true;
  return false;
}

} // namespace

QJsonObject toJson(const Description& description, const State& state) {
  QJsonObject json = state.unknown;
  QJsonObject values = state.unknown.value(u"values"_s).toObject();
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const Parameter& parameter = description.parameters[i];
    if (state.values[i] != parameter.defaultValue)
      values.insert(parameter.key, toText(parameter, state.values[i]));
  }
  json.insert(u"panel"_s, description.identity.id);
  json.insert(u"version"_s, stateVersion);
  json.insert(u"values"_s, values);
  if (state.steps != 0)
    json.insert(u"steps"_s, state.steps);
  return json;
}

StateResult fromJson(const Description& description, const QJsonObject& json) {
  StateResult result{defaultState(description), {}};
  const QString panel = json.value(u"panel"_s).toString();
  if (panel != description.identity.id) {
    result.error = Text::tr("the state is of the panel '%1', not of %2").arg(panel, description.identity.id);
    return result;
  }
  const int version = json.value(u"version"_s).toInt(stateVersion);
  if (version > stateVersion) {
    result.error = Text::tr("the state of %1 has version %2, and this program reads up to version %3")
                       .arg(description.identity.id)
                       .arg(version)
                       .arg(stateVersion);
    return result;
  }

  QStringList errors;
  const auto take = [&](const QString& key, const QString& text) {
    StateResult next = withSettings(description, result.state, {{key, text}});
    if (next.ok())
      result.state = std::move(next.state);
    else
      errors += next.error;
  };
  QJsonObject unknownValues;
  const QJsonObject values = json.value(u"values"_s).toObject();
  for (auto value = values.begin(); value != values.end(); ++value) {
    if (isKnownKey(description, value.key()))
      take(value.key(), textOf(value.value()));
    else
      unknownValues.insert(value.key(), value.value());
  }
  if (json.contains(u"steps"_s))
    take(u"steps"_s, textOf(json.value(u"steps"_s)));

  result.state.unknown = json;
  for (const QString& key : {u"panel"_s, u"version"_s, u"values"_s, u"steps"_s})
    result.state.unknown.remove(key);
  if (!unknownValues.isEmpty())
    result.state.unknown.insert(u"values"_s, unknownValues);
  result.error = errors.join(u"; "_s);
  return result;
}

} // namespace eigenboard::panel
