#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/calculus/critical_points_model.h"

namespace eigenboard::panels::calculus::critical_points_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);

/// The function as a reader would type it.
QString textOf(const Params& params);
QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::calculus::critical_points_panel
