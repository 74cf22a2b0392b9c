#pragma once

#include "views/panel/state.h"

namespace eigenboard::panel {

/// What a panel says at a state outside any session: its process is run from the start to the state's step.
/// Cost: that of the steps and of one evaluation.
Evaluation evaluateAt(const Panel& panel, const State& state);

} // namespace eigenboard::panel
