#include "views/panel/state.h"

#include "views/panel/shared_object.h"
#include "views/panel/table.h"
#include "views/panel/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

const Group* findGroup(const Description& description, const QString& key) {
  const auto found = std::find_if(description.groups.begin(), description.groups.end(),
                                  [&key](const Group& group) { return group.key == key; });
  return found == description.groups.end() ? nullptr : &*found;
}

QString unknownParameter(const Description& description, const QString& key) {
  std::vector<QString> names;
  QStringList shown;
  for (const Group& group : description.groups)
    names.push_back(group.key);
  for (const Parameter& parameter : description.parameters) {
    if (parameter.group.isEmpty())
      shown += parameter.key;
    names.push_back(parameter.key);
  }
  names.insert(names.end(), {u"preset"_s, u"steps"_s});
  const QString error = Text::tr("unknown parameter '%1' of %2").arg(key, description.identity.id);
  const QString suggestion = didYouMean(key, names);
  if (!suggestion.isEmpty())
    return error + suggestion;
  for (const Group& group : description.groups)
    shown += group.key;
  shown.sort(Qt::CaseInsensitive);
  return shown.isEmpty() ? error : Text::tr("%1; it has %2").arg(error, shown.join(u", "_s));
}

QString withPanel(const Description& description, const QString& error) {
  return description.identity.id + u": "_s + error;
}

QString assignParameter(const Description& description, State& state, int index, const QString& text) {
  const auto at = static_cast<std::size_t>(index);
  const Parsed parsed = fromText(description.parameters[at], text);
  if (!parsed.ok())
    return withPanel(description, parsed.error);
  state.values[at] = parsed.value;
  return {};
}

QString shapeText(const Group& group) {
  if (group.kind == GroupKind::Point)
    return Text::tr("%1 takes %2 numbers: 1,2").arg(group.key).arg(group.rows);
  return Text::tr("%1 takes %2 rows of %3 numbers: 1,0;0,1")
      .arg(group.key)
      .arg(group.rows)
      .arg(group.columns);
}

QString assignGroup(const Description& description, State& state, const Group& group, const QString& text) {
  QStringList cells;
  if (group.kind == GroupKind::Point) {
    cells = QString(text).replace(u';', u',').split(u',');
  } else {
    for (const QString& row : text.split(u';')) {
      const QStringList rowCells = row.split(u',');
      if (rowCells.size() != group.columns)
        return withPanel(description, Text::tr("'%1' has another shape; %2").arg(text, shapeText(group)));
      cells += rowCells;
    }
  }
  if (cells.size() != static_cast<qsizetype>(group.keys.size()))
    return withPanel(description, Text::tr("'%1' has another shape; %2").arg(text, shapeText(group)));
  for (qsizetype i = 0; i < cells.size(); ++i) {
    const int index = parameterIndex(description, group.keys[static_cast<std::size_t>(i)]);
    if (const QString error = assignParameter(description, state, index, cells[i]); !error.isEmpty())
      return error;
  }
  return {};
}

QString assignCell(const Description& description, State& state, const TableCell& cell, const QString& key,
                   const QString& text) {
  const Parameter& table = description.parameters[static_cast<std::size_t>(cell.parameter)];
  const Parsed parsed = fromText(cellParameter(table, cell.column, key), text);
  if (!parsed.ok())
    return withPanel(description, parsed.error);
  const StateResult changed = withTableCell(description, state, cell, parsed.value);
  if (!changed.ok())
    return withPanel(description, changed.error);
  state = changed.state;
  return {};
}

QString assignSteps(const Description& description, State& state, const QString& text) {
  if (!description.isProcess())
    return Text::tr("%1 has no steps").arg(description.identity.id);
  const int maximum = description.processes.front().maximumSteps;
  bool ok = false;
  const int steps = text.trimmed().toInt(&ok);
  if (!ok || steps < 0 || steps > maximum)
    return withPanel(
        description,
        Text::tr("'%1' is no number of steps; they go from 0 to %2").arg(text, QString::number(maximum)));
  state.steps = steps;
  return {};
}

QString assign(const Description& description, State& state, const QString& key, const QString& text) {
  if (key == u"steps"_s)
    return assignSteps(description, state, text);
  const bool isKnown = parameterIndex(description, key) >= 0 || findGroup(description, key);
  // The object itself is the desk's; here the key keeps its value.
  if (isKnown && namesSharedObject(description, {{key, text}})) {
    const QString problem = sharedSettingProblem(description, key, text);
    return problem.isEmpty() ? problem : withPanel(description, problem);
  }
  if (const int index = parameterIndex(description, key); index >= 0)
    return assignParameter(description, state, index, text);
  if (const auto cell = tableCellAt(description, key))
    return assignCell(description, state, *cell, key, text);
  if (const Group* group = findGroup(description, key))
    return assignGroup(description, state, *group, text);
  return unknownParameter(description, key);
}

QString assignPreset(const Description& description, State& state, const QString& key) {
  std::vector<QString> keys;
  for (const Preset& preset : description.presets) {
    keys.push_back(preset.key);
    if (preset.key != key)
      continue;
    state.values = defaultsOf(description, state).values;
    state.steps = preset.steps;
    for (const auto& [name, text] : preset.settings)
      if (const QString error = assign(description, state, name, text); !error.isEmpty())
        return error;
    return {};
  }
  const QString error = Text::tr("unknown preset '%1' of %2").arg(key, description.identity.id);
  const QString suggestion = didYouMean(key, keys);
  if (!suggestion.isEmpty() || keys.empty())
    return error + suggestion;
  return Text::tr("%1; it has %2").arg(error, QStringList(keys.begin(), keys.end()).join(u", "_s));
}

QString groupText(const Description& description, const State& state, const Group& group) {
  QString text;
  for (std::size_t i = 0; i < group.keys.size(); ++i) {
    const auto at = static_cast<std::size_t>(parameterIndex(description, group.keys[i]));
    if (i > 0) {
      const bool rowEnds =
          group.kind == GroupKind::Matrix && i % static_cast<std::size_t>(group.columns) == 0;
      text += rowEnds ? u';' : u',';
    }
    text += toText(description.parameters[at], state.values[at]);
  }
  return text;
}

} // namespace

bool hasEffect(const Description& description, const Values& values, const Parameter& parameter) {
  const Parameter* asked = &parameter;
  // Each answer leads to another parameter; as many as there are end a circle.
  for (std::size_t asking = 0; asking < description.parameters.size(); ++asking) {
    const Condition& condition = asked->onlyWith;
    const int index = condition.key.isEmpty() ? -1 : parameterIndex(description, condition.key);
    if (index < 0)
      return true;
    const auto at = static_cast<std::size_t>(index);
    asked = &description.parameters[at];
    const QString text = toText(*asked, values[at]);
    const bool isMet =
        asked->kind == Kind::Choice
            ? std::find(condition.options.begin(), condition.options.end(), text) != condition.options.end()
            : text != toText(*asked, Value(0.0));
    if (!isMet)
      return false;
  }
  return true;
}

int parameterIndex(const Description& description, const QString& key) {
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    if (description.parameters[i].key == key)
      return static_cast<int>(i);
  return -1;
}

State defaultState(const Description& description) {
  State state;
  for (const Parameter& parameter : description.parameters)
    state.values.push_back(parameter.defaultValue);
  return state;
}

State defaultsOf(const Description& description, const State& state) {
  State defaults = defaultState(description);
  for (std::size_t i = 0; i < defaults.values.size(); ++i)
    if (description.parameters[i].kind == Kind::Seed)
      defaults.values[i] = state.values[i];
  return defaults;
}

StateResult withSettings(const Description& description, const State& state, const Settings& settings) {
  State next = state;
  for (const auto& [key, text] : settings)
    if (key == u"preset"_s)
      if (const QString error = assignPreset(description, next, text); !error.isEmpty())
        return {state, error};
  for (const auto& [key, text] : settings)
    if (key != u"preset"_s)
      if (const QString error = assign(description, next, key, text); !error.isEmpty())
        return {state, error};
  return {next, {}};
}

Settings toSettings(const Description& description, const State& state) {
  Settings settings;
  QString lastGroup;
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const Parameter& parameter = description.parameters[i];
    if (state.values[i] == parameter.defaultValue ||
        (!parameter.group.isEmpty() && parameter.group == lastGroup))
      continue;
    const Group* group = findGroup(description, parameter.group);
    lastGroup = parameter.group;
    if (group)
      settings.emplace_back(group->key, groupText(description, state, *group));
    else
      settings.emplace_back(parameter.key, toText(parameter, state.values[i]));
  }
  if (state.steps != 0)
    settings.emplace_back(u"steps"_s, QString::number(state.steps));
  return settings;
}

} // namespace eigenboard::panel
