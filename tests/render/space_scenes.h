#pragma once

#include "views/scene/space.h"

#include <functional>

namespace eigenboard::tests {

scene::Surface surfaceOf(const std::function<double(double, double)>& height, int columns, int rows,
                         double left, double right, double front, double back);

/// Rosenbrock's valley with levels, a bell, a saddle with a descent path on it, two planes with vectors.
scene::SpaceView rosenbrockSpace();
scene::SpaceView bellSpace();
scene::SpaceView saddleSpace();
scene::SpaceView planesSpace();

/// A saddle with a named arrow above it and a handle of each motion: p on the surface, q flat at (−1.5, 1, 1)
/// and r upright at (2, 2, 1). Dragged, they set "px", "py", "pz", and so on.
scene::SpaceView gripsSpace(scene::Point3 first);
double gripsHeight(double x, double y); ///< of that saddle

} // namespace eigenboard::tests
