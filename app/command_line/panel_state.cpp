#include "app/command_line/panel_state.h"

#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "views/panel/evaluate_at.h"
#include "views/panel/shared_object.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::command_line {

std::vector<QCommandLineOption> stateOptions() {
  return {QCommandLineOption(QStringLiteral("set"), text("Gives a parameter or group a value."),
                             QStringLiteral("k=v")),
          QCommandLineOption(QStringLiteral("preset"), text("Starts from a named state."),
                             QStringLiteral("name")),
          QCommandLineOption(QStringLiteral("seed"), text("Seeds the panel's random numbers."),
                             QStringLiteral("n")),
          QCommandLineOption(QStringLiteral("steps"), text("Takes the process so many steps."),
                             QStringLiteral("n"))};
}

const panel::Panel* findPanel(const panel::Registry& registry, const QString& id) {
  const panel::Panel* found = registry.find(id);
  if (!found) {
    QString message = text("unknown panel '%1'").arg(id);
    const QString suggestion = panel::didYouMean(id, registry.ids());
    message += suggestion.isEmpty() ? text("; 'eigenboard list panels' names them all") : suggestion;
    fail(wrongUsage, message);
  }
  return found;
}

std::optional<ChosenPanel> choosePanel(const panel::Registry& registry, const QString& id,
                                       const Arguments& arguments) {
  const panel::Panel* panel = findPanel(registry, id);
  if (!panel)
    return std::nullopt;
  panel::Settings settings;
  if (arguments.has(QStringLiteral("preset")))
    settings.emplace_back(QStringLiteral("preset"), arguments.value(QStringLiteral("preset")));
  for (const QString& assignment : arguments.options.value(QStringLiteral("set"))) {
    const qsizetype equals = assignment.indexOf(QLatin1Char('='));
    if (equals < 1) {
      fail(wrongUsage, text("'%1' is not of the form key=value").arg(assignment));
      return std::nullopt;
    }
    settings.emplace_back(assignment.left(equals), assignment.mid(equals + 1));
  }
  if (arguments.has(QStringLiteral("seed"))) {
    if (panel::parameterIndex(panel->description(), QStringLiteral("seed")) < 0) {
      fail(wrongUsage, text("%1 draws no random numbers, so --seed has no meaning for it").arg(id));
      return std::nullopt;
    }
    settings.emplace_back(QStringLiteral("seed"), arguments.value(QStringLiteral("seed")));
  }
  if (arguments.has(QStringLiteral("steps")))
    settings.emplace_back(QStringLiteral("steps"), arguments.value(QStringLiteral("steps")));
  return choosePanel(*panel, settings);
}

std::optional<ChosenPanel> choosePanel(const panel::Panel& panel, const panel::Settings& settings) {
  const panel::Description& description = panel.description();
  for (const auto& [key, value] : settings)
    if (panel::namesSharedObject(description, {{key, value}})) {
      fail(wrongUsage,
           text("'%1' is shared by the panels of a window, and there is none here; give %2 a value")
               .arg(value, key));
      return std::nullopt;
    }
  panel::StateResult result = panel::withSettings(description, panel::defaultState(description), settings);
  if (!result.ok()) {
    fail(wrongUsage, result.error);
    return std::nullopt;
  }
  return ChosenPanel{&panel, std::move(result.state)};
}

panel::Evaluation evaluate(const ChosenPanel& chosen) {
  return panel::evaluateAt(*chosen.panel, chosen.state);
}

} // namespace eigenboard::command_line
