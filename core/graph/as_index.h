#pragma once

#include <cstddef>

namespace eigenboard::graph {

/// A number of a node, an arc, an edge or a row, which is an int and never negative, as containers count.
constexpr std::size_t asIndex(int number) {
  return static_cast<std::size_t>(number);
}

} // namespace eigenboard::graph
