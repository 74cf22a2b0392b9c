#pragma once

#include "views/scene/scene.h"

namespace eigenboard::tests {

/// What the panel on matrices shows: the lattice of A = [first second], the image of the unit square, a
/// letter and a circle riding along, basis arrows with handles, v and Av with labels.
scene::PlaneView transformView(QPointF first, QPointF second, QPointF v);
scene::Scene transformScene();

/// A vector and its image with both eigen-lines, a fading trail of iterates, and beside it a chart of unequal
/// axes.
scene::Scene eigenScene();

/// A heat map with a hole under a curve and a label.
scene::Scene heatScene();

} // namespace eigenboard::tests
