#pragma once

#include "views/scene/plane.h"

#include <cstddef>

namespace eigenboard::scene {

/// How many of the first marks of two views look the same, bit by bit; names, which are not seen, may differ.
/// An arrow whose picture depends on handles is the same only where they stand still. Cost: 1 ns a
/// coordinate, up to the first mark that differs.
std::size_t unchangedMarks(const PlaneView& one, const PlaneView& other);

} // namespace eigenboard::scene
