#pragma once

#include "views/panel/fields.h"
#include "views/panels/recommender/training_model.h"

namespace eigenboard::panels::recommender::training_panel {

panel::Fields<Params> fields();

std::vector<panel::Preset> presets();

} // namespace eigenboard::panels::recommender::training_panel
