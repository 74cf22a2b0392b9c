#pragma once

#include "views/panel/panel.h"
#include "views/panels/optimization/convexity_model.h"

namespace eigenboard::panels::optimization::convexity_panel {

/// "convex from −3 to 3", or where it is not.
QString verdict(const CurveResult& result);

std::vector<panel::Preset> presets();
QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

} // namespace eigenboard::panels::optimization::convexity_panel
