#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/calculus/gradient_model.h"

namespace eigenboard::panels::calculus::gradient_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::calculus::gradient_panel
