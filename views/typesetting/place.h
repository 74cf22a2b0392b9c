#pragma once

#include "views/typesetting/box.h"
#include "views/typesetting/formula.h"

namespace eigenboard::typesetting {

/// Puts a measured box, and all in it, into the formula: its left margin edge at x, its baseline at y, both
/// in em of the formula, y down. available: the width that rules and stretchy pictures fill.
void place(Formula& formula, const Box& box, double x, double y, double available);

/// The parts of place that draw: pictures (roots, arrows, braces, \cancel), rules, frames.
/// x, y: left end and baseline, margins already taken off.
void placePicture(Formula& formula, const Box& box, double x, double y, double width);
void placeRules(Formula& formula, const Box& box, double x, double y, double width);
bool hasRules(const Box& box);
bool isPicture(const Box& box);

} // namespace eigenboard::typesetting
