#pragma once

#include "views/panels/graph/properties_model.h"

namespace eigenboard::panels::graph::properties_panel {

scene::Scene drawn(const Params& params, const Result& result);

scene::PlaneView graphView(const Params& params, const Result& result);
scene::ChartView degreeView(const Result& result);
/// The share of nodes with at least so many neighbors, on two logarithmic axes.
scene::PlaneView tailView(const Result& result);
scene::PlaneView walksView(const Params& params, const Result& result);
scene::ChartView rankingView(const Params& params, const Result& result);
scene::ChartView spectrumView(const Result& result);

} // namespace eigenboard::panels::graph::properties_panel
