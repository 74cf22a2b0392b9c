#pragma once

#include "views/panel/definition.h"
#include "views/panels/recommender/ratings_model.h"

namespace eigenboard::panels::recommender::ratings_panel {

QString formula(const Params& params, const Result& r);
std::vector<panel::Readout> readouts(const Params& params, const Result& r);
std::vector<panel::Invariant> invariants(const Params& params, const Result& r);
QString spoken(const Params& params, const Result& r);

} // namespace eigenboard::panels::recommender::ratings_panel
