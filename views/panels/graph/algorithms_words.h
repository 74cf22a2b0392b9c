#pragma once

#include "views/panel/definition.h"
#include "views/panels/graph/algorithms_model.h"

namespace eigenboard::panels::graph::algorithms_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);
QString numpyCode(const Params& params, int steps);

/// Of the path to the goal so far; infinite while there is none.
double goalDistance(const Result& result);
/// Of the best one; NaN where a negative cycle leaves none.
double bestDistance(const Result& result);
/// By how much the path is longer than it need be; NaN until there is one.
double excess(const Result& result);
/// Edges or weight of the tree so far.
int treeEdges(const Result& result);
double treeWeight(const Result& result);
int reachedCount(const Result& result);

} // namespace eigenboard::panels::graph::algorithms_panel
