#pragma once

#include "views/panel/fields.h"
#include "views/panels/graph/editor_model.h"

namespace eigenboard::panels::graph::editor_panel {

panel::Fields<Params> fields();

std::vector<panel::Preset> presets();

} // namespace eigenboard::panels::graph::editor_panel
