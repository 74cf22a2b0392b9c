#pragma once

#include "views/panels/graph/algorithms_model.h"

namespace eigenboard::panels::graph::algorithms_panel {

/// The Python of what flows over all nodes at once, after the data.
QString spreadCode(const Params& params, const World& world, int steps);

} // namespace eigenboard::panels::graph::algorithms_panel
