#pragma once

#include "views/panels/linear_algebra/vectors_model.h"

namespace eigenboard::panels::linear_algebra::vectors_panel {

// What the picture shows of each subject.

/// αu + βv, and all that the two reach.
void addCombination(scene::PlaneView& view, const Params& params, const Result& result);
/// u + v and v − u, the two diagonals of one parallelogram.
void addSum(scene::PlaneView& view, const Params& params, const Result& result);
/// The lines on which u·x has one value, that of v among them.
void addScores(scene::PlaneView& view, const Params& params, const Result& result);
/// The balls of the three norms, and the one that u lies on.
void addBalls(scene::PlaneView& view, const Params& params, const Result& result);

scene::SpaceView spaceView(const Params& params, const Result& result);
/// The same vectors as arrays of numbers, with a knob for each.
scene::PlaneView arrayView(const Params& params, const Result& result);

/// The role of u, v and w.
scene::Role roleOf(Eigen::Index index);
/// "\\mathbf{u}"
QString nameTex(Eigen::Index index);

} // namespace eigenboard::panels::linear_algebra::vectors_panel
