#pragma once

#include "core/models/small_network.h"

namespace eigenboard::models {

/// Two classes of points in the plane that a line cannot tell apart.
enum class ToyData : std::uint8_t {
  Moons,   ///< two half circles that reach into one another
  Circles, ///< a ring round a disc
  Xor,     ///< four clouds, those across from one another of one class
  Spiral,  ///< two arms, one the other turned by half a turn
};

/// count points (at least 2, half of each class; rows of the two alternate), all coordinates roughly between
/// −1.6 and 1.6, each moved by normal numbers of that standard deviation. Decided by the seed. Cost:
/// O(count).
LabelledPoints toyData(ToyData kind, int count, double noise, std::uint64_t seed);

} // namespace eigenboard::models
