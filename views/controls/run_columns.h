#pragma once

#include "views/panel/session.h"

#include <optional>

namespace eigenboard::controls {

/// A column of the table of runs.
struct RunColumn {
  enum class Kind : std::uint8_t { Seed, Steps, Readout };
  Kind kind = Kind::Readout;
  QString key;
  QString title;  ///< in words
  QString symbol; ///< TeX, or empty
  int digits = 0; ///< decimals shown
  friend bool operator==(const RunColumn&, const RunColumn&) = default;
};

struct RunRow {
  QString name;
  std::vector<std::optional<double>> values; ///< one for each column; nothing where the run has no such value
  bool isGhost = false;
};

/// Seed and steps where the panel has them, then the readouts in its order.
std::vector<RunColumn> runColumns(const panel::Description& description,
                                  const std::vector<panel::Readout>& readouts);

/// The present run, then the kept ones in their order.
std::vector<RunRow> runRows(panel::Session& session, const std::vector<RunColumn>& columns);

/// What a cell shows; differenceFrom: the value that a difference is taken from, with a sign. A dash where
/// there is none.
QString cellText(const RunColumn& column, const std::optional<double>& value,
                 const std::optional<double>& differenceFrom = {});

} // namespace eigenboard::controls
