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

} // namespace eigenboard::tests
