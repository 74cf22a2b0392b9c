#pragma once

#include "views/render/scene_painter.h"

namespace eigenboard::render {

/// Paints the labels of a view over its shapes: labels with a fixed place first, then those of the arrows,
/// which keep clear of them, of the handles and of the arrows' shafts.
void paintLabels(QPainter& painter, const scene::PlaneView& view, const PlaneFrame& frame,
                 const PaintKit& kit);

} // namespace eigenboard::render
