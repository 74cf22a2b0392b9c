#pragma once

#include "views/panels/graph/algorithms_model.h"

namespace eigenboard::panels::graph::algorithms_panel {

scene::Scene drawn(const Params& params, const Result& result);

scene::PlaneView graphView(const Params& params, const Result& result);
scene::PlaneView mazeView(const Params& params, const Result& result);
/// The queue, the stack, the shares: a bar for each thing; or the reason why there are none.
scene::View listView(const Params& params, const Result& result);

/// What the first view is called: what has been found so far.
QString headline(const Params& params, const Result& result);
/// Why the algorithm cannot go on, one short line after another; none where it can.
QStringList reasons(const Params& params, const Result& result);
scene::Role lookRole(NodeLook look);
std::vector<scene::LegendLine> legendOf(const Params& params, const Result& result);
/// "3", "2.5", "0.07": at most two decimals, none for whole numbers.
QString shortNumber(double value);

} // namespace eigenboard::panels::graph::algorithms_panel
