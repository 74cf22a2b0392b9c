#pragma once

#include "views/panel/panel.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <utility>
#include <vector>

namespace eigenboard::panel {

/// Where a panel stands: what links, state files and the command line name.
struct State {
  Values values;
  int steps = 0;
  QJsonObject unknown; ///< keys of a file that this version does not know; written back as they were
};

/// Settings in text form, in the order given: keys of parameters and groups, "preset", "steps".
using Settings = std::vector<std::pair<QString, QString>>;

struct StateResult {
  State state;
  QString error; ///< empty, or one line that says what is wrong and what would be right
  bool ok() const { return error.isEmpty(); }
};

State defaultState(const Description& description);
/// The defaults with the seeds of the state: what a reset and a preset begin with.
State defaultsOf(const Description& description, const State& state);

/// Applies settings to a state, all or none. "preset" takes effect first, wherever it stands. Unknown keys,
/// presets and options are errors that suggest the nearest known name. "@name" leaves a value as it is:
/// shared objects (shared_object.h) are the desk's.
StateResult withSettings(const Description& description, const State& state, const Settings& settings);

/// The settings that lead from the defaults to the state.
Settings toSettings(const Description& description, const State& state);

/// JSON: {"panel", "version", "values": {key: text form}, "steps"}. Defaults are not written.
QJsonObject toJson(const Description& description, const State& state);
/// Unknown keys are kept; a value that does not fit is left at its default and named in the error,
/// while all that does fit is still in the state. The wrong panel or a newer version gives the defaults and
/// an error.
StateResult fromJson(const Description& description, const QJsonObject& json);

/// Index in description.parameters, or -1.
int parameterIndex(const Description& description, const QString& key);

/// Whether the parameter changes anything, for what it depends on (onlyWith) says what it must, and has an
/// effect itself.
bool hasEffect(const Description& description, const Values& values, const Parameter& parameter);

/// The known name that a misspelt one most likely means, by edit distance, letter case and beginnings; empty
/// when nothing is near.
QString nearestName(const QString& wanted, const std::vector<QString>& known);

/// "; did you mean 'b'?" to end an error line with, or empty when nothing is near.
QString didYouMean(const QString& wanted, const std::vector<QString>& known);

} // namespace eigenboard::panel
