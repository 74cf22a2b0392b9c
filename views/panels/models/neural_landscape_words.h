#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/models/neural_landscape_model.h"

namespace eigenboard::panels::models::neural_landscape_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::models::neural_landscape_panel
