#pragma once

#include "core/geometry/level_sets.h"

namespace eigenboard::geometry {

/// About count round levels (multiples of 1, 2 or 5 times a power of ten) strictly between minimum and
/// maximum, rising. Empty where there is nothing between, where a number is not finite, and for a count below
/// 1; a count above 1000 is taken as that.
std::vector<double> evenLevels(double minimum, double maximum, int count);

/// At most count levels above a minimum whose distances from it are round and shrink geometrically towards
/// it, over about four powers of ten: for a ravine such as Rosenbrock's function, whose floor even levels
/// never reach. Rising; empty as for evenLevels.
std::vector<double> risingLevels(double minimum, double maximum, int count);

/// Whether half of its values lie in the lowest tenth of their range and the highest stands at the border, as
/// the walls of a ravine do and the top of a bell does not. O(values).
bool isRavine(const SampledField& field);

/// The levels that show a field: rising ones in a ravine, even ones otherwise. Empty where all values are
/// equal. O(values).
std::vector<double> levelsFor(const SampledField& field, int count);

/// The level sets of these levels, in their order. O(levels · values).
std::vector<LevelSet> contours(const SampledField& field, int count);

} // namespace eigenboard::geometry
