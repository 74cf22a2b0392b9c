#pragma once

#include "views/panel/panel.h"
#include "views/panel/registry.h"

#include <atomic>
#include <memory>

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

/// A panel that draws: a number from its seed, rounded to its precision. Keys seed (default 7), format (fp64,
/// fp32, fp16, bf16), scale (1 … 9, default 1). Presets large (scale 5), eleven (seed 11). Readout drawn. Its
/// process draws one more number a step, ten steps a second, and ends after 300; readout count.
panel::PanelPointer drawnPanel();

/// Made by each call: what a slow panel has done, told across threads.
struct SlowCounts {
  std::atomic<int> begun{0};     ///< models
  std::atomic<int> finished{0};  ///< models that were not cancelled
  std::atomic<int> stepsMade{0}; ///< of its process
};

/// A panel whose model takes `lasts` milliseconds (default 0) and looks at its progress each millisecond, but
/// where `deaf` is on. Keys x (-4 … 4, default 1), lasts (0 … 5000), deaf, throws (none, memory, reason).
/// Readouts square, step. Its process takes 100 steps of a millisecond each. counts outlives all that
/// computes.
panel::PanelPointer slowPanel(const std::shared_ptr<SlowCounts>& counts);

/// A panel of points that the reader adds, moves and takes away. Keys points (columns x and y, -4 … 4,
/// default 1,2;-1,0.5, at most 6 rows), links (columns from and to, whole, 0 … 5, default empty). Readouts
/// count, sum of x. A click adds a point, Delete on a handle "p0", "p1", … removes one, a press on it joins
/// it to the first.
panel::PanelPointer pointsPanel();

panel::Registry sampleRegistry();

} // namespace eigenboard::tests
