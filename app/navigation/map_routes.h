#pragma once

#include "app/navigation/map_layout.h"

namespace eigenboard::navigation {

/// Curves for the edges (needed, needing) between the cards: down within a column, and
/// from right to left sides between columns, through the gaps between the cards that stand in the way. Ends
/// on the same side of a card are spread so that curves do not lie on each other.
std::vector<MapRoute> cardRoutes(const std::vector<MapCard>& cards,
                                 const std::vector<std::pair<const book::Level*, const book::Level*>>& edges);

} // namespace eigenboard::navigation
