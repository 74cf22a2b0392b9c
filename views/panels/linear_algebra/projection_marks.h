#pragma once

#include "views/panels/linear_algebra/projection_model.h"

namespace eigenboard::panels::linear_algebra::projection_panel {

// What the plane shows of each subject, under the vectors themselves.

/// The line of u with the shadow of v and the residual, and what the reader has asked for besides: areas, a
/// multiple to try, a rival.
void addShadow(scene::PlaneView& view, const Params& params, const Result& result);
void addHyperplane(scene::PlaneView& view, const Params& params, const Result& result);
void addGramSchmidt(scene::PlaneView& view, const Params& params, const Result& result);

/// A small square at a corner, along two directions; nothing where the corner is too small to hold it.
void addRightAngle(scene::PlaneView& view, const Eigen::Vector2d& corner, const Eigen::Vector2d& along,
                   const Eigen::Vector2d& across);
/// The angle from one vector to another, with its number where there is room.
void addAngle(scene::PlaneView& view, const Eigen::Vector2d& from, const Eigen::Vector2d& to, double radius,
              scene::Role role, const QString& name);
/// ‖v − tu‖² over t, with its least value where t is the coefficient.
scene::PlaneView errorView(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::projection_panel
