#pragma once

#include <cstdint>

namespace eigenboard::panel {

/// Who moves a panel, and how. Only the reader's own hand meets goals.
enum class Move : std::uint8_t {
  ByHand,
  ByLink,
  Eased, ///< by a link or a preset, and its numbers ease there
};

} // namespace eigenboard::panel
