#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"

#include <cstdint>
#include <vector>

namespace eigenboard::graph {

/// Fruchterman and Reingold's springs and charges. With k the length of an edge: every pair pushes apart by
/// k²/d, the ends of an edge pull together by d²/k, and everything is drawn to the origin by gravity ·
/// distance, so that parts without edges between them stay together. Weights do not count, self-loops pull
/// nothing.
struct ForceSettings {
  double length = 1;      ///< k, above 0
  double theta = 0.7;     ///< of Barnes and Hut (quadtree.h); 0: every pair
  double gravity = 0.3;   ///< at least 0
  double cooling = 0.99;  ///< the temperature's factor a step, in (0, 1]
  std::uint64_t seed = 1; ///< of the first places
};

/// The layout as it stands between two iterations.
struct ForceLayout {
  Positions positions;
  double temperature = 0; ///< the longest way a node may go in the next step
  double movement = 0;    ///< the longest way one went in the last
  int step = 0;
};

/// Nodes at random in a disc with room for them, decided by the seed.
ForceLayout startForceLayout(const Graph& graph, const ForceSettings& settings);

/// From places given: two numbers for each node; a place that is missing or not finite is drawn as above, one
/// beyond 1e6 lengths is brought back to there.
ForceLayout startForceLayoutAt(const Graph& graph, const ForceSettings& settings, const Positions& positions);

/// The force on each node, the exact sum for θ = 0; the negative gradient of
/// Σ_edges d³/(3k) − k² Σ_pairs ln d + gravity/2 Σ |p|². Pairs closer than k/100 push as softly as quadtree.h
/// says. Cost: O(n log n + m).
Positions layoutForces(const Graph& graph, const ForceSettings& settings, const Positions& positions);

/// One iteration: every node goes along its force, not farther than the temperature, which then falls. Pinned
/// nodes (a flag each; missing flags are false) stay to the last bit. Coincident nodes part. The answer is
/// always finite and decided by the arguments. Settings out of range are taken as the defaults. Cost: that of
/// the forces. Source: Fruchterman and Reingold 1991.
ForceLayout nextForceLayout(const Graph& graph, const ForceSettings& settings,
                            const std::vector<bool>& pinned, const ForceLayout& layout);

} // namespace eigenboard::graph
