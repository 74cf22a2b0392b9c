#pragma once

#include "views/render/space/space_frame.h"
#include "views/render/space/space_labels.h"

namespace eigenboard::render::space {

/// The labels of points first, then those beside the tips of arrows. Each is moved until it lies over no
/// other, no number and no handle; one for which there is no room within 90 px is left out.
void paintMarkLabels(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame,
                     const PaintKit& kit, LabelField& field);

} // namespace eigenboard::render::space
