#pragma once

#include "views/panel/evaluation.h"
#include "views/panels/optimization/momentum_pad_model.h"

namespace eigenboard::panels::optimization::momentum_pad_panel {

/// "monotone", "ripples", …
QString nameOf(math::ModeRegime regime);
/// A number as short as three significant digits allow: "0.0316", "1".
QString shortNumber(double value);

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

} // namespace eigenboard::panels::optimization::momentum_pad_panel
