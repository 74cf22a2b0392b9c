#pragma once

#include "views/panel/fields.h"
#include "views/panels/graph/algorithms_model.h"

namespace eigenboard::panels::graph::algorithms_panel {

panel::Fields<Params> fields();
std::vector<panel::Preset> presets();

/// The table of walls with one cell more or less.
scene::Settings withWallToggled(const Params& params, int column, int row);
QString wallsText(const Eigen::MatrixXd& walls);

} // namespace eigenboard::panels::graph::algorithms_panel
