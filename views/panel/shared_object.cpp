#include "views/panel/shared_object.h"

#include "views/panel/table.h"
#include "views/panel/words.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestObjectName = 20;
constexpr std::size_t mostObjects = 200;
constexpr std::size_t mostBindings = 1000;
constexpr qsizetype longestValue = 65'536;
constexpr qsizetype longestKeys = 200; ///< of a panel and its parameter together

const Group* groupNamed(const Description& description, const QString& key) {
  for (const Group& group : description.groups)
    if (group.key == key)
      return &group;
  return nullptr;
}

/// The parameters that the key stands for, in order; none for an unknown key.
std::vector<int> indicesOf(const Description& description, const QString& key) {
  if (const Group* group = groupNamed(description, key)) {
    std::vector<int> indices;
    for (const QString& part : group->keys)
      indices.push_back(parameterIndex(description, part));
    return indices;
  }
  const int index = parameterIndex(description, key);
  return index < 0 ? std::vector<int>() : std::vector<int>{index};
}

const Parameter& parameterAt(const Description& description, int index) {
  return description.parameters[static_cast<std::size_t>(index)];
}

/// A number of its own: the cells of a matrix are shared with all of it.
bool isSharedNumber(const Parameter& parameter) {
  return parameter.group.isEmpty() && (parameter.kind == Kind::Number || parameter.kind == Kind::Integer);
}

bool isObjectName(const QString& name) {
  static const QRegularExpression form(u"^[A-Za-z0-9_]{1,%1}\\z"_s.arg(longestObjectName));
  return form.match(name).hasMatch();
}

SharedObject objectFrom(const QJsonObject& json) {
  SharedObject object{json.value(u"kind"_s).toString(), json.value(u"rows"_s).toInt(1),
                      json.value(u"columns"_s).toInt(1), json.value(u"value"_s).toString(), json};
  for (const QString& key : {u"kind"_s, u"rows"_s, u"columns"_s, u"value"_s})
    object.unknown.remove(key);
  return object;
}

/// Its object is there, and its key is bound only once.
bool isSound(const SharedBinding& binding, const SharedState& state) {
  const bool hasObject = std::any_of(state.objects.begin(), state.objects.end(),
                                     [&binding](const auto& one) { return one.first == binding.name; });
  const bool isTwice = std::any_of(state.bindings.begin(), state.bindings.end(), [&](const auto& one) {
    return one.panel == binding.panel && one.key == binding.key;
  });
  return hasObject && !isTwice && !binding.panel.isEmpty() && !binding.key.isEmpty() &&
         binding.panel.size() + binding.key.size() <= longestKeys;
}

} // namespace

bool isSharedSetting(const QString& text) {
  return text.startsWith(u'@');
}

bool namesSharedObject(const Description& description, const Settings& settings) {
  return std::any_of(settings.begin(), settings.end(), [&description](const auto& setting) {
    const int index = parameterIndex(description, setting.first);
    const bool isText = index >= 0 && parameterAt(description, index).kind == Kind::Text;
    return isSharedSetting(setting.second) && !isText && setting.first != u"preset"_s;
  });
}

QString sharedSettingProblem(const Description& description, const QString& key, const QString& text) {
  if (objectAt(description, defaultState(description), key).kind.isEmpty())
    return Text::tr("%1 cannot be shared as '%2'; whole matrices, points, tables and numbers can")
        .arg(key, text);
  if (!isSharedSetting(text) || !isObjectName(text.mid(1)))
    return Text::tr("'%1' names no shared object; after @ stand 1 to %2 letters, digits and underscores")
        .arg(text)
        .arg(longestObjectName);
  return {};
}

SharedObject objectAt(const Description& description, const State& state, const QString& key) {
  SharedObject object;
  const std::vector<int> indices = indicesOf(description, key);
  QStringList numbers;
  for (const int index : indices)
    numbers += toText(parameterAt(description, index), state.values[static_cast<std::size_t>(index)]);
  if (const Group* group = groupNamed(description, key)) {
    const bool isMatrix = group->kind == GroupKind::Matrix;
    object.kind = isMatrix ? u"matrix"_s : u"point"_s;
    object.rows = group->rows;
    object.columns = isMatrix ? group->columns : 1;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
      const bool rowEnds = isMatrix && i % group->columns == 0;
      object.value += (i == 0 ? QString() : rowEnds ? u";"_s : u","_s) + numbers[i];
    }
  } else if (!indices.empty() && parameterAt(description, indices.front()).kind == Kind::Table) {
    object.kind = u"table"_s;
    object.columns = static_cast<int>(parameterAt(description, indices.front()).columns.size());
    object.value = numbers.front();
  } else if (!indices.empty() && isSharedNumber(parameterAt(description, indices.front()))) {
    object.kind = u"number"_s;
    object.value = numbers.front();
  }
  return object;
}

QString shapeName(const SharedObject& object) {
  if (object.kind == u"matrix"_s)
    return Text::tr("a %1 × %2 matrix").arg(object.rows).arg(object.columns);
  if (object.kind == u"point"_s)
    return Text::tr("a point of %1 coordinates").arg(object.rows);
  if (object.kind == u"table"_s)
    return Text::tr("a table");
  return object.kind == u"number"_s ? Text::tr("a number") : Text::tr("something this program does not know");
}

bool haveSameShape(const SharedObject& first, const SharedObject& second) {
  return first.kind == second.kind &&
         (first.kind == u"table"_s || (first.rows == second.rows && first.columns == second.columns));
}

State withObject(const Description& description, State state, const QString& key,
                 const SharedObject& object) {
  if (!haveSameShape(objectAt(description, state, key), object))
    return state;
  const std::vector<int> indices = indicesOf(description, key);
  if (object.kind == u"table"_s) {
    Value& value = state.values[static_cast<std::size_t>(indices.front())];
    value = tableFromOther(parameterAt(description, indices.front()), value, object.value);
    return state;
  }
  const QStringList numbers = QString(object.value).replace(u';', u',').split(u',');
  if (numbers.size() != static_cast<qsizetype>(indices.size()))
    return state;
  State next = state;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    bool isNumber = false;
    const double number = numbers[static_cast<qsizetype>(i)].toDouble(&isNumber);
    Value& value = next.values[static_cast<std::size_t>(indices[i])];
    if (!isNumber)
      return state;
    value = clamped(parameterAt(description, indices[i]), number, value);
  }
  return next;
}

QJsonObject toJson(const SharedState& state) {
  QJsonObject objects;
  for (const auto& [name, object] : state.objects) {
    QJsonObject one = object.unknown;
    one.insert(u"kind"_s, object.kind);
    one.insert(u"value"_s, object.value);
    if (object.rows != 1 || object.columns != 1) {
      one.insert(u"rows"_s, object.rows);
      one.insert(u"columns"_s, object.columns);
    }
    objects.insert(name, one);
  }
  QJsonArray bindings;
  for (const SharedBinding& binding : state.bindings)
    bindings.append(
        QJsonObject{{u"panel"_s, binding.panel}, {u"key"_s, binding.key}, {u"name"_s, binding.name}});
  QJsonObject json = state.unknown;
  json.insert(u"objects"_s, objects);
  json.insert(u"bindings"_s, bindings);
  return json;
}

SharedState sharedFromJson(const QJsonValue& json, QStringList& errors) {
  SharedState state;
  if (json.isUndefined())
    return state;
  if (!json.isObject()) {
    errors += Text::tr("the shared objects cannot be read");
    return state;
  }
  state.unknown = json.toObject();
  const QJsonObject objects = state.unknown.take(u"objects"_s).toObject();
  const QJsonArray bindings = state.unknown.take(u"bindings"_s).toArray();
  const qsizetype mostErrors = errors.size() + 5;
  const auto complain = [&errors, mostErrors](const QString& error) {
    if (errors.size() < mostErrors)
      errors += error;
  };
  for (auto entry = objects.begin(); entry != objects.end() && state.objects.size() < mostObjects; ++entry) {
    SharedObject object = objectFrom(entry.value().toObject());
    if (isObjectName(entry.key()) && !object.kind.isEmpty() && object.value.size() <= longestValue)
      state.objects.emplace_back(entry.key(), std::move(object));
    else
      complain(Text::tr("the shared object '%1' cannot be read").arg(entry.key().left(longestObjectName)));
  }
  for (const QJsonValue entry : bindings) {
    if (state.bindings.size() == mostBindings)
      break;
    const SharedBinding binding{entry[u"panel"_s].toString(), entry[u"key"_s].toString(),
                                entry[u"name"_s].toString()};
    if (isSound(binding, state))
      state.bindings.push_back(binding);
    else
      complain(
          Text::tr("what shares the object '%1' cannot be read").arg(binding.name.left(longestObjectName)));
  }
  const bool isCut = static_cast<std::size_t>(objects.size()) > mostObjects ||
                     static_cast<std::size_t>(bindings.size()) > mostBindings;
  if (isCut)
    complain(Text::tr("there are more shared objects than the %1 that can be kept").arg(mostObjects));
  return state;
}

} // namespace eigenboard::panel
