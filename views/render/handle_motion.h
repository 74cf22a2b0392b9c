#pragma once

#include "views/render/plane_frame.h"

namespace eigenboard::render {

enum class Snapping : std::uint8_t {
  Off,  ///< to the decimals that a pixel can tell apart
  Grid, ///< to tenths of the step between ticks
  Nice, ///< to ticks and to halves, thirds and quarters of their step, when within a few pixels of one
};

/// Where a handle dragged to a point comes to rest. tickStepX, tickStepY: of the axes shown. Points that are
/// not finite come back as they are.
QPointF snapped(QPointF point, const PlaneFrame& frame, double tickStepX, double tickStepY,
                Snapping snapping);

/// What one press of an arrow key moves a handle: 0.1 in a view 4 to 40 units wide, ten times finer or
/// coarser with each power of ten of the view; with snapping to the grid, its step. Nice values lie unevenly,
/// see movedBySteps.
QPointF keyStep(const PlaneFrame& frame, double tickStepX, double tickStepY, Snapping snapping);

/// Where arrow keys take a handle: by keyStep() times the steps, of which 1 is a press of the key, 10 one
/// with Shift and 0.1 one with Alt. What snaps rests where a drag would let it rest: with snapping to the
/// grid on the grid, with snapping to nice values a step goes to the next nice value and ten go to the next
/// tick. A coordinate of no steps stays as it is.
QPointF movedBySteps(QPointF point, QPointF steps, const PlaneFrame& frame, double tickStepX,
                     double tickStepY, Snapping snapping);

/// Rounded to the nearest multiple of a step and to its decimals, so that 0.1 taken three times is 0.3.
double roundedTo(double value, double step);

} // namespace eigenboard::render
