#pragma once

#include "views/panel/evaluation.h"
#include "views/panel/panel.h"
#include "views/panels/probability/moments_model.h"

#include <vector>

namespace eigenboard::panels::probability::moments_panel {

QString formula(const Params& params, const Result& result);
std::vector<panel::Readout> readouts(const Params& params, const Result& result);
std::vector<panel::Invariant> invariants(const Params& params, const Result& result);
QString spoken(const Params& params, const Result& result);

std::vector<panel::Preset> presets();
std::vector<panel::Column> pointColumns();
/// The text form of the table of points.
QString pointsText(const Eigen::MatrixXd& points);

} // namespace eigenboard::panels::probability::moments_panel
