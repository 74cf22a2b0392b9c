#pragma once

#include "views/panels/optimization/optimizers_model.h"

namespace eigenboard::panels::optimization::optimizers_panel {

/// The race in NumPy, with the readouts as JSON.
QString numpyCode(const Params& params, int steps);

/// Python that defines factor(k) for the schedule; not for a constant one.
QString scheduleCode(const Params& params);

} // namespace eigenboard::panels::optimization::optimizers_panel
