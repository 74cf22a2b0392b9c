#pragma once

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

/// Space above and below a block, as a multiple of the body's line height. Of two neighbours the larger one
/// counts.
struct Space {
  double above = 0;
  double below = 0;
};

Space spaceOf(NodeKind kind);

} // namespace eigenboard::reader
