#pragma once

#include "views/render/scene_painter.h"
#include "views/render/space/seen_lines.h"
#include "views/render/space/space_fills.h"

namespace eigenboard::render::space {

/// Contours, grid lines, curves, outlines, arrows and points of a view, over what is filled. What lies behind
/// a surface is left out (its own lines) or stays as a faint trace (curves, arrows, points).
void paintLines(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const PaintKit& kit,
                const FillMemory& memory, const Occlusion& occlusion);

/// How strongly something behind is still seen; 1: not behind anything.
double traceOpacity(Sight sight);

/// Discs of the handles; those behind a surface as faint ones.
void paintHandles3(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame,
                   const Theme& theme, const Occlusion& occlusion, const HandleEmphasis& emphasis);

} // namespace eigenboard::render::space
