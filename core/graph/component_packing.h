#pragma once

#include "core/graph/properties.h"
#include "core/graph/quadtree.h"

namespace eigenboard::graph {

/// Moves each component as a whole so that their boxes stand in rows, the tallest first, `gap` apart, in a
/// shape that is wider than high by a third or so, the middle of all at the origin. A single component is
/// centered only. Cost: O(n + components log(components)).
Positions packed(const Positions& positions, const Components& components, double gap);

} // namespace eigenboard::graph
