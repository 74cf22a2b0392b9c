#pragma once

#include "views/panel/definition.h"
#include "views/panels/recommender/training_model.h"

namespace eigenboard::panels::recommender::training_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

} // namespace eigenboard::panels::recommender::training_panel
