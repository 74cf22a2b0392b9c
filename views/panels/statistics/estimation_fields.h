#pragma once

#include "views/panel/fields.h"
#include "views/panels/statistics/estimation_model.h"

namespace eigenboard::panels::statistics::estimation_panel {

panel::Fields<Params> fields();

std::vector<panel::Preset> presets();

} // namespace eigenboard::panels::statistics::estimation_panel
