#pragma once

#include "views/panel/panel.h"
#include "views/panel/registry.h"

namespace eigenboard::tests {

/// A panel with a parameter of every kind and a process, small enough that each of its numbers can be told by
/// hand: the map A applied to v, whose trail is v, Av, A²v, …; the process ends when the trail leaves the
/// disc of radius `reach`. It has no picture where `gain` is 0. Keys: A (a b; c d, default 1 0.5; 0 1), v (vx
/// vy, default 1 1), gain (0 … 10, default 1), reach (1 … 1e6, logarithmic, default 1000), copies (1 … 9,
/// default 1), grid (toggle, default on), mark (choice dot, cross, ring), note (text). Readouts det, out_x,
/// out_y, step, trail_x. Goals flat (det = 0), flip (det < 0).
panel::PanelPointer samplePanel();

/// A panel without a process, with two views when its toggle `second` is on. Keys x (-4 … 4, default 1),
/// second.
panel::PanelPointer plainPanel();

panel::Registry sampleRegistry();

} // namespace eigenboard::tests
