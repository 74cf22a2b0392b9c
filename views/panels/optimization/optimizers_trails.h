#pragma once

#include "views/panels/optimization/optimizers_model.h"

namespace eigenboard::panels::optimization::optimizers_panel {

/// The places of one walk, as many as a picture of the window can show: those nearer than half a pixel to the
/// one before are left out, and of a trail that still has more than some 1500 the older ones stand further
/// apart. The newest 300 are all there, the first and the last always; of more than 1300 steps not all
/// between are looked at. It ends where the walk has left the surroundings of the window.
std::vector<QPointF> trailOf(std::span<const Step> steps, std::size_t walk,
                             const eigenboard::optimization::Window& window);

/// The value of f at each step of a walk against the step, up to where it rests: all of them while they are
/// few, else the lowest and the highest of each of some 600 columns, so that no peak is lost.
std::vector<QPointF> graphOf(std::span<const Step> steps, std::size_t walk, int firstStep);

} // namespace eigenboard::panels::optimization::optimizers_panel
