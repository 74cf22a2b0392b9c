#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/linear_algebra/factorizations_model.h"

namespace eigenboard::panels::linear_algebra::factorizations_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
