#pragma once

#include "views/panel/panel.h"
#include "views/panel/registry.h"

namespace eigenboard::tests {

/// A second panel beside samplePanel(), to share things with it and to draw random numbers: matrix M (m11
/// m12; m21 m22, −2 … 2, default the identity), wide (n1 … n6, 2 × 3), point p of two coordinates (px py),
/// rate (0 … 1, default 0.5, symbol \eta), share (0 … 100) and seed (0 … 999999, default 1). Readouts trace,
/// draw (seed · 0.5). It has no process. Its picture: a curve of 50 points scaled by rate, and a lattice.
panel::PanelPointer twinPanel();

/// samplePanel(), plainPanel() and twinPanel().
panel::Registry twinRegistry();

} // namespace eigenboard::tests
