#pragma once

#include "views/panel/panel.h"
#include "views/panels/optimization/optimizers_model.h"

namespace eigenboard::panels::optimization::optimizers_panel {

std::vector<panel::Preset> presets();

/// What the panel says in TeX, in numbers and in sentences.
QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);

/// Why a walk goes no further, for a sentence: "diverged: f rises beyond every number"; empty while it moves.
QString endOf(const Walk& walk);

} // namespace eigenboard::panels::optimization::optimizers_panel
