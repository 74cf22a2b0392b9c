#pragma once

#include "views/panel/definition.h"
#include "views/panels/graph/properties_model.h"

namespace eigenboard::panels::graph::properties_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);
QString numpyCode(const Params& params);

/// λ₂; NaN with fewer than two nodes.
double secondEigenvalue(const Result& result);
int degreeSum(const Result& result);
double walksBetween(const Result& result);

} // namespace eigenboard::panels::graph::properties_panel
