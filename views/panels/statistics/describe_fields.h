#pragma once

#include "views/panel/fields.h"
#include "views/panels/statistics/describe_model.h"

namespace eigenboard::panels::statistics::describe_panel {

panel::Fields<Params> fields();

std::vector<panel::Preset> presets();

} // namespace eigenboard::panels::statistics::describe_panel
