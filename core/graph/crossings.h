#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace eigenboard::graph {

/// Nodes in rows one below the other, edges only from a row to the next: a drawing but for its coordinates.
struct Rows {
  std::vector<std::vector<int>> rows;        ///< the nodes of each row from left to right
  std::vector<std::pair<int, int>> segments; ///< from a node to one in the next row
  std::vector<int> group;                    ///< of each node: nodes of a row stay together by it, ascending
};

/// Pairs of segments that cross when drawn as straight lines; those that share an end do not. Cost:
/// O(s log(s)) for s segments. Source: Barth, Jünger and Mutzel 2002.
std::int64_t crossings(const Rows& rows);

/// Rows reordered by sweeps down and up, where each node goes to the mean place of its neighbors in the row
/// before; the best order met, which never has more crossings than the first. It ends after `sweeps` or when
/// four in a row brought nothing. Cost: O(s log(s)) a sweep. Source: Sugiyama, Tagawa and Toda 1981.
Rows withFewerCrossings(const Rows& rows, int sweeps);

} // namespace eigenboard::graph
