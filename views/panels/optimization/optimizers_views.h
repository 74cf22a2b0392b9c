#pragma once

#include "views/panels/optimization/optimizers_model.h"

namespace eigenboard::panels::optimization::optimizers_panel {

/// The plane from above: heights as colours, contours, the trails.
scene::PlaneView contourView(const Params& params, const Result& result);
/// The same as a surface.
scene::SpaceView surfaceView(const Params& params, const Result& result);
/// How high each method stands, step by step.
scene::PlaneView lossView(const Params& params, const Result& result);

/// The schedule's factor, step by step.
scene::PlaneView scheduleView(const Params& params, const Result& result);

/// Where a walk is named: at its head, else along the way to come or the way it came, clear of the start and
/// the names of others; nowhere when there is no room.
struct NamePlace {
  std::size_t walk = 0;
  Eigen::Vector2d at = Eigen::Vector2d::Zero();
};
std::vector<NamePlace> namePlaces(const Result& result);

/// On its border too.
bool isInside(const eigenboard::optimization::Window& window, const Eigen::Vector2d& point);

} // namespace eigenboard::panels::optimization::optimizers_panel
