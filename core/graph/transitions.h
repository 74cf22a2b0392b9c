#pragma once

#include "core/graph/graph.h"

#include <algorithm>

namespace eigenboard::graph {

/// Calls visit(arc, p) for each arc that leaves the node with a positive weight, p its weight over their sum.
/// False when there is none. Weights are taken in units of the largest, because their sum may overflow.
template <typename Visit>
bool visitTransitions(const Graph& graph, int node, Visit visit) {
  double largest = 0;
  for (const Arc& arc : graph.arcsOf(node))
    largest = std::max(largest, arc.weight);
  if (largest == 0)
    return false;
  double total = 0;
  for (const Arc& arc : graph.arcsOf(node))
    total += std::max(arc.weight, 0.0) / largest;
  for (const Arc& arc : graph.arcsOf(node))
    if (arc.weight > 0)
      visit(arc, arc.weight / largest / total);
  return true;
}

} // namespace eigenboard::graph
