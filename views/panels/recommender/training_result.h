#pragma once

#include "views/panel/progress.h"
#include "views/panels/recommender/training_model.h"

namespace eigenboard::panels::recommender::training_panel {

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history, Trainer& trainer,
                panel::Progress& progress);

} // namespace eigenboard::panels::recommender::training_panel
