#pragma once

#include "core/graph/quadtree.h"

namespace eigenboard::graph {

/// Nodes 0 … n − 1 clockwise around the origin, the first at the top, neighbors on the circle `length` apart.
/// One node stands at the origin. No columns for n ≤ 0.
Positions circularLayout(int n, double length);

} // namespace eigenboard::graph
