#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/linear_algebra/projection_model.h"

namespace eigenboard::panels::linear_algebra::projection_panel {

/// What the panel says in TeX, in numbers and in a sentence.
QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::projection_panel
