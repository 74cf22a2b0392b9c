#pragma once

#include "core/geometry/level_sets.h"

#include <functional>

namespace eigenboard::geometry {

/// A value with its gradient.
struct ValueAndSlope {
  double value = 0;
  Eigen::Vector2d slope = Eigen::Vector2d::Zero();
};

/// A level set whose vertices are moved onto the level: up to three Newton steps along the gradient, each
/// kept only where it comes nearer to the level, and none further from where the vertex was than `reach`.
/// Where the function is flat or has no gradient a vertex stays. Cost: at most four calls a vertex.
LevelSet refined(LevelSet set, const std::function<ValueAndSlope(const Eigen::Vector2d&)>& function,
                 double reach);

} // namespace eigenboard::geometry
