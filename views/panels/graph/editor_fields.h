#pragma once

#include "views/panel/fields.h"
#include "views/panels/graph/editor_model.h"

namespace eigenboard::panels::graph::editor_panel {

panel::Fields<Params> fields();

std::vector<panel::Preset> presets();

/// The text forms of the two tables.
QString nodesText(const Eigen::MatrixXd& nodes);
QString edgesText(const Eigen::MatrixXd& edges);

} // namespace eigenboard::panels::graph::editor_panel
