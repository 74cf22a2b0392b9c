#pragma once

#include <cstdint>

namespace eigenboard::scene {

/// What a mark means, never how it looks: a theme gives each role its colour. One role per concept
/// throughout the book.
enum class Role : std::uint8_t {
  Ink,            ///< text and axes
  Muted,          ///< what stands back
  Grid,           ///< the grid of the untouched plane
  Reference,      ///< what things are compared with
  Drag,           ///< the thing the reader drags
  DragSecond,     ///< the second such thing
  Response,       ///< what answers
  ResponseSecond, ///< the second answer
  Positive,       ///< orientation kept, invariant holds
  Negative,       ///< orientation flipped
  Warning,        ///< what fails
  Highlight,      ///< what the text speaks of at this moment
  Series1,        ///< things of one kind that race or are compared, in the order of Series1 to Series9
  Series2,
  Series3,
  Series4,
  Series5,
  Series6,
  Series7,
  Series8,
  Series9,
};
inline constexpr int roleCount = 21;
inline constexpr int seriesCount = 9;

/// The role of the index-th of several things of one kind; from the tenth on the roles come again.
constexpr Role seriesRole(int index) {
  return static_cast<Role>(static_cast<int>(Role::Series1) + index % seriesCount);
}

} // namespace eigenboard::scene
