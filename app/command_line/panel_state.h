#pragma once

#include "app/command_line/arguments.h"
#include "views/panel/registry.h"
#include "views/panel/state.h"

#include <optional>

namespace eigenboard::command_line {

/// The options by which a command line names a panel's state: --set k=v, --preset, --seed, --steps.
std::vector<QCommandLineOption> stateOptions();

/// A panel and the state that the options name. panel lives as long as the registry it came from.
struct ChosenPanel {
  const panel::Panel* panel = nullptr;
  panel::State state;
};

/// Null, and no other word, with the reason already on standard error.
const panel::Panel* findPanel(const panel::Registry& registry, const QString& id);

/// Nothing, with the reason already on standard error, for a panel, key, value or step count that is wrong.
std::optional<ChosenPanel> choosePanel(const panel::Registry& registry, const QString& id,
                                       const Arguments& arguments);

/// The same for a panel and settings in hand.
std::optional<ChosenPanel> choosePanel(const panel::Panel& panel, const panel::Settings& settings);

/// Cost: that of panel::evaluateAt.
panel::Evaluation evaluate(const ChosenPanel& chosen);

} // namespace eigenboard::command_line
