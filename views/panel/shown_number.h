#pragma once

namespace eigenboard::panel {

/// The number to write in decimals: value at 13 significant digits. Two ways to compute one quantity differ
/// in their last bits, and where a tie lies between (2.135 to two decimals) a readout and a formula would
/// otherwise show different digits for it. NaN and infinities come back as they are.
double shownNumber(double value);

} // namespace eigenboard::panel
