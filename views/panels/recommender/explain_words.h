#pragma once

#include "views/panel/definition.h"
#include "views/panels/recommender/explain_model.h"

namespace eigenboard::panels::recommender::explain_panel {

QString formula(const Params& params, const Result& r);
std::vector<panel::Readout> readouts(const Params& params, const Result& r);
std::vector<panel::Invariant> invariants(const Params& params, const Result& r);
QString spoken(const Params& params, const Result& r);

/// How many of the first ten films would not be there without the reader's ratings.
int newcomers(const Result& r);

} // namespace eigenboard::panels::recommender::explain_panel
