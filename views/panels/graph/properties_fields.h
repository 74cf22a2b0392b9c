#pragma once

#include "views/panel/fields.h"
#include "views/panels/graph/properties_model.h"

namespace eigenboard::panels::graph::properties_panel {

panel::Fields<Params> fields();
std::vector<panel::Preset> presets();

} // namespace eigenboard::panels::graph::properties_panel
