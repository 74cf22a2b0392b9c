#pragma once

#include "app/book/book.h"

#include <utility>
#include <vector>

namespace eigenboard::navigation {

/// The levels of a book as a graph drawn in layers, by their index in book.levels; the appendices are not in
/// it.
struct LevelGraph {
  /// Layer by layer: a level stands in the layer after the last one it needs. Within a layer in the order in
  /// which to draw them.
  std::vector<std::vector<int>> layers;
  /// (needed, needing) without those that follow from others.
  std::vector<std::pair<int, int>> edges;
};

/// Deterministic; cost levels³. A circle of needs is cut where it closes. Crossings are reduced by barycentre
/// sweeps, down and up, and the best order seen is kept.
LevelGraph levelGraph(const book::Book& book);

/// Pairs of edges that cross when drawn straight between the layers in that order.
int crossings(const LevelGraph& graph);

} // namespace eigenboard::navigation
