#pragma once

#include "views/panel/evaluation.h"
#include "views/panel/state.h"

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace eigenboard::panel {

/// A run that the reader keeps to compare others with it: where the panel stood, and what it said there.
struct KeptRun {
  QString name; ///< the reader's own; empty: the run is called by what differs
  State state;
  std::vector<std::pair<QString, double>> readouts; ///< key and value, in the panel's order
  bool isGhost = true;                              ///< its marks are shown behind the present picture
};

using KeptRuns = std::vector<KeptRun>;

inline constexpr std::size_t mostKeptRuns = 20; ///< of one panel
inline constexpr qsizetype longestRunName = 60; ///< characters

/// Whether comparing runs means something: the panel is a process, draws random numbers from a seed, or says
/// so.
bool hasRuns(const Description& description);
/// Index of the parameter that seeds the panel's random numbers, or −1.
int seedIndex(const Description& description);

/// NaN for a readout that the run does not have.
double readoutOf(const KeptRun& run, const QString& key);

/// One short name for each state, by the values in which not all of them agree: "η = 0.3, β = 0". Seed and
/// steps are left out; they have columns of their own. Where nothing differs, by what differs from the
/// defaults.
QStringList namesByDifference(const Description& description, const std::vector<const State*>& states);

/// The symbol of a parameter in plain letters ("\\eta" gives "η", "\\mathbf{A}" gives "A"), or its label
/// where it has none or the symbol is more than that.
QString plainSymbol(const QString& tex, const QString& label);

/// A name as it is kept: trimmed, on one line, at most longestRunName characters.
QString asRunName(const QString& typed);

/// [{"panel", "version", "values", "steps", "name", "readouts": {key: number, "inf", "-inf" or null},
/// "ghost"}]
QJsonArray toJson(const Description& description, const KeptRuns& runs);

struct KeptRunsResult {
  KeptRuns runs; ///< all that could be read
  QString error; ///< empty, or one line that says what could not
};
/// Undefined (no runs kept) is no error. Unknown keys of a run are kept.
KeptRunsResult keptRunsFromJson(const Description& description, const QJsonValue& json);

} // namespace eigenboard::panel
