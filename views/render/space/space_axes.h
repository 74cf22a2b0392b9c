#pragma once

#include "views/render/space/space_frame.h"
#include "views/render/space/space_labels.h"

namespace eigenboard::render::space {

/// Slots of axis labels, which never meet those of marks.
inline constexpr int slotOfX = -11;
inline constexpr int slotOfY = -12;
inline constexpr int slotOfZ = -13;

/// The distance between the numbers on each axis, in its units, as the picture shows them.
Point3 tickSteps(const SpaceFrame& frame);

/// The width of the numbers beside the upright side, with the gap, in px.
double roomBesideBox(const SpaceFrame& frame);

/// The inner walls of the box that the eye sees past everything, with lines at the ticks.
void paintWalls(QPainter& painter, const SpaceFrame& frame, const Theme& theme);

/// Numbers and labels along three sides of the outline of the box, outside it. A side seen from its end, or
/// too short, has none. What it paints is taken in the field; a number without a free place is left out.
void paintTicks(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const PaintKit& kit,
                LabelField& field);

} // namespace eigenboard::render::space
