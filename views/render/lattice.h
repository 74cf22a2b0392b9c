#pragma once

#include "views/render/plane_frame.h"

#include <QtCore/QLineF>

#include <vector>

namespace eigenboard::render {

/// The lines of a lattice that cross the frame, in pixels, cut to the area and a small margin around it.
/// Lines nearer than 6 px thin out to every 2nd, 5th, 10th …, always keeping those through the origin. The
/// lines are those of a patch of the lattice at least ten times as large as the view, so that a picture of it
/// collapses onto a line, and onto a point, as its generators do. Dependent generators leave one line, zero
/// ones none. At most (width + height) / 3 lines.
std::vector<QLineF> latticeLines(const scene::Lattice& lattice, const PlaneFrame& frame);

} // namespace eigenboard::render
