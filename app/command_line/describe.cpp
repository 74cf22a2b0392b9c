#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"
#include "app/command_line/words.h"
#include "views/panel/evaluate_at.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace eigenboard::command_line {

namespace {

QString kindName(panel::Kind kind) {
  switch (kind) {
  case panel::Kind::Number:
    return QStringLiteral("number");
  case panel::Kind::Integer:
    return QStringLiteral("integer");
  case panel::Kind::Toggle:
    return QStringLiteral("toggle");
  case panel::Kind::Choice:
    return QStringLiteral("choice");
  case panel::Kind::Text:
    return QStringLiteral("text");
  case panel::Kind::Seed:
    return QStringLiteral("seed");
  case panel::Kind::Table:
    return QStringLiteral("table");
  }
  return {};
}

QJsonObject parameterJson(const panel::Parameter& parameter) {
  QJsonObject json{{QStringLiteral("key"), parameter.key},
                   {QStringLiteral("label"), parameter.label},
                   {QStringLiteral("kind"), kindName(parameter.kind)},
                   {QStringLiteral("default"), panel::toText(parameter, parameter.defaultValue)},
                   {QStringLiteral("help"), parameter.help}};
  if (!parameter.unit.isEmpty())
    json[QStringLiteral("unit")] = parameter.unit;
  if (!parameter.group.isEmpty())
    json[QStringLiteral("group")] = parameter.group;
  if (parameter.kind == panel::Kind::Number || panel::isWhole(parameter)) {
    json[QStringLiteral("minimum")] = parameter.minimum;
    json[QStringLiteral("maximum")] = parameter.maximum;
    json[QStringLiteral("step")] = parameter.step;
  }
  if (parameter.kind == panel::Kind::Table) {
    QJsonArray columns;
    for (const panel::Column& column : parameter.columns)
      columns.append(QJsonObject{{QStringLiteral("key"), column.key},
                                 {QStringLiteral("label"), column.label},
                                 {QStringLiteral("minimum"), column.minimum},
                                 {QStringLiteral("maximum"), column.maximum}});
    json[QStringLiteral("columns")] = columns;
    json[QStringLiteral("rows")] = parameter.mostRows;
  }
  QJsonArray options;
  for (const panel::Option& option : parameter.options)
    options.append(option.key);
  if (!options.isEmpty())
    json[QStringLiteral("options")] = options;
  return json;
}

QJsonObject descriptionJson(const panel::Panel& panel) {
  const panel::Description& description = panel.description();
  QJsonArray parameters, groups, readouts, presets, goals;
  for (const panel::Parameter& parameter : description.parameters)
    parameters.append(parameterJson(parameter));
  for (const panel::Group& group : description.groups)
    groups.append(QJsonObject{{QStringLiteral("key"), group.key},
                              {QStringLiteral("label"), group.label},
                              {QStringLiteral("rows"), group.rows},
                              {QStringLiteral("columns"), group.columns},
                              {QStringLiteral("parameters"), QJsonArray::fromStringList(QStringList(
                                                                 group.keys.begin(), group.keys.end()))}});
  for (const panel::Readout& readout : panel::evaluateAt(panel, panel::defaultState(description)).readouts)
    readouts.append(QJsonObject{{QStringLiteral("key"), readout.key},
                                {QStringLiteral("label"), readout.label},
                                {QStringLiteral("unit"), readout.unit},
                                {QStringLiteral("meaning"), readout.meaning}});
  for (const panel::Preset& preset : description.presets)
    presets.append(QJsonObject{{QStringLiteral("key"), preset.key},
                               {QStringLiteral("label"), preset.label},
                               {QStringLiteral("notice"), preset.notice}});
  for (const panel::GoalDescription& goal : description.goals)
    goals.append(QJsonObject{{QStringLiteral("key"), goal.key}, {QStringLiteral("label"), goal.label}});
  return {{QStringLiteral("id"), description.identity.id},
          {QStringLiteral("title"), description.identity.title},
          {QStringLiteral("purpose"), description.identity.purpose},
          {QStringLiteral("section"), description.identity.section},
          {QStringLiteral("process"), description.isProcess()},
          {QStringLiteral("parameters"), parameters},
          {QStringLiteral("groups"), groups},
          {QStringLiteral("readouts"), readouts},
          {QStringLiteral("presets"), presets},
          {QStringLiteral("goals"), goals}};
}

QString column(const QString& word, int width) {
  return QStringLiteral("  ") + word.leftJustified(width) + QLatin1Char(' ');
}

QString rangeText(const QJsonObject& parameter) {
  if (parameter.contains(QStringLiteral("options"))) {
    QStringList options;
    for (const QJsonValue& option : parameter[QStringLiteral("options")].toArray())
      options.append(option.toString());
    return options.join(QLatin1Char('|'));
  }
  if (!parameter.contains(QStringLiteral("minimum")))
    return parameter[QStringLiteral("kind")].toString();
  return QStringLiteral("%1..%2")
      .arg(parameter[QStringLiteral("minimum")].toDouble())
      .arg(parameter[QStringLiteral("maximum")].toDouble());
}

QString descriptionText(const QJsonObject& json) {
  const auto section = [](const QString& title) { return QStringLiteral("\n%1\n").arg(title); };
  QString out =
      QStringLiteral("%1  %2 (%3)\n%4\n")
          .arg(json[QStringLiteral("id")].toString(), json[QStringLiteral("title")].toString(),
               json[QStringLiteral("section")].toString(), json[QStringLiteral("purpose")].toString());
  out += section(text("Parameters"));
  for (const QJsonValue& value : json[QStringLiteral("parameters")].toArray()) {
    const QJsonObject parameter = value.toObject();
    out += column(parameter[QStringLiteral("key")].toString(), 10) +
           QStringLiteral("%1 = %2  %3\n")
               .arg(rangeText(parameter), parameter[QStringLiteral("default")].toString(),
                    parameter[QStringLiteral("label")].toString());
  }
  const auto rows = [&](const QString& title, const QString& key, const QString& words) {
    out += section(title);
    for (const QJsonValue& value : json[key].toArray())
      out +=
          column(value[QStringLiteral("key")].toString(), 24) + value[words].toString() + QLatin1Char('\n');
  };
  rows(text("Groups"), QStringLiteral("groups"), QStringLiteral("label"));
  rows(text("Readouts"), QStringLiteral("readouts"), QStringLiteral("meaning"));
  rows(text("Presets"), QStringLiteral("presets"), QStringLiteral("notice"));
  rows(text("Goals"), QStringLiteral("goals"), QStringLiteral("label"));
  return out;
}

int runDescribe(const QStringList& given) {
  const auto arguments = parseArguments(
      describeCommand(), given, {QCommandLineOption(QStringLiteral("json"), text("Prints JSON."))}, 1, 1);
  if (!arguments)
    return wrongUsage;
  const panel::Registry registry = panel::registeredPanels();
  const panel::Panel* panel = findPanel(registry, arguments->words.constFirst());
  if (!panel)
    return wrongUsage;
  const QJsonObject json = descriptionJson(*panel);
  return arguments->has(QStringLiteral("json")) ? printJson(json) : print(descriptionText(json).toUtf8());
}

} // namespace

Command describeCommand() {
  return {QStringLiteral("describe"), QStringLiteral("PANEL [--json]"),
          text("prints a panel's parameters, ranges, readouts, presets and goals"), Needs::Core, runDescribe};
}

} // namespace eigenboard::command_line
