#pragma once

#include "views/panel/definition.h"
#include "views/panels/linear_algebra/linear_systems_model.h"

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

/// What the panel says in TeX, in numbers and in a sentence.
QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

std::vector<panel::Preset> presets();
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
