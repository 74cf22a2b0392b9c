#pragma once

#include "views/panel/kept_runs.h"

namespace eigenboard::panel {

class Session;

enum class TableForm : std::uint8_t { Tsv, Csv, Markdown };

/// The present run and the kept ones as a table in text form: name, seed, steps, every parameter in which not
/// all agree, every readout, with all digits. Keys head the columns, in Markdown labels. NaN is an empty
/// cell, infinities are inf and -inf.
QString runsAsText(Session& session, TableForm form);

} // namespace eigenboard::panel
