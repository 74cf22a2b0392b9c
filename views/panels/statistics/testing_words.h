#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/statistics/testing_model.h"

namespace eigenboard::panels::statistics::testing_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

} // namespace eigenboard::panels::statistics::testing_panel
