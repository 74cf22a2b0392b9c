#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace eigenboard::command_line {

namespace {

QJsonObject toJson(const ChosenPanel& chosen, const panel::Evaluation& evaluation) {
  QJsonObject json = panel::toJson(chosen.panel->description(), chosen.state);
  QJsonObject readouts;
  for (const panel::Readout& readout : evaluation.readouts)
    readouts[readout.key] = jsonNumber(readout.value);
  QJsonArray invariants;
  for (const panel::Invariant& invariant : evaluation.invariants)
    invariants.append(QJsonObject{{QStringLiteral("key"), invariant.key},
                                  {QStringLiteral("error"), jsonNumber(invariant.error)},
                                  {QStringLiteral("tolerance"), jsonNumber(invariant.tolerance)},
                                  {QStringLiteral("holds"), invariant.holds()}});
  QJsonArray goals;
  for (const QString& goal : evaluation.goalsReached)
    goals.append(goal);
  json[QStringLiteral("readouts")] = readouts;
  json[QStringLiteral("invariants")] = invariants;
  json[QStringLiteral("goalsReached")] = goals;
  json[QStringLiteral("spoken")] = evaluation.spoken;
  return json;
}

/// The state that a command's words and options name; nothing after a wrong command line.
std::optional<ChosenPanel> chosenBy(const Command& command, const QStringList& given,
                                    const panel::Registry& registry) {
  const auto arguments = parseArguments(command, given, stateOptions(), 1, 1);
  if (!arguments)
    return std::nullopt;
  return choosePanel(registry, arguments->words.constFirst(), *arguments);
}

int runEvaluate(const QStringList& given) {
  const panel::Registry registry = panel::registeredPanels();
  const auto chosen = chosenBy(evaluateCommand(), given, registry);
  if (!chosen)
    return wrongUsage;
  const panel::Evaluation evaluation = evaluate(*chosen);
  if (!evaluation.problem.isEmpty())
    return fail(workFailed, evaluation.problem);
  return printJson(toJson(*chosen, evaluation));
}

int runNumpy(const QStringList& given) {
  const panel::Registry registry = panel::registeredPanels();
  const auto chosen = chosenBy(numpyCommand(), given, registry);
  if (!chosen)
    return wrongUsage;
  return print(chosen->panel->numpy(chosen->state.values, chosen->state.steps).toUtf8());
}

} // namespace

Command evaluateCommand() {
  return {QStringLiteral("evaluate"),
          QStringLiteral("PANEL [--set k=v]... [--preset P] [--seed N] [--steps N]"),
          QCoreApplication::translate("CommandLine", "prints a state's readouts and invariants as JSON"),
          Needs::Core, runEvaluate};
}

Command numpyCommand() {
  return {QStringLiteral("numpy"), QStringLiteral("PANEL [--set k=v]... [--preset P] [--seed N] [--steps N]"),
          QCoreApplication::translate("CommandLine", "prints Python that computes the same readouts"),
          Needs::Core, runNumpy};
}

} // namespace eigenboard::command_line
