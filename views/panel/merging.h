#pragma once

#include <cstdint>

namespace eigenboard::panel {

/// Whether a gesture joins the one before it, if that was the same gesture a moment ago (700 ms): an arrow
/// key that repeats is one undo step, two drags of the mouse are two.
enum class Merging : std::uint8_t { Never, Briefly };

} // namespace eigenboard::panel
