#pragma once

#include <QtCore/QString>

namespace eigenboard::render {

/// The smallest step of the form 1, 2 or 5 times a power of ten whose ticks lie at least gap pixels apart on
/// an axis that shows span units in so many pixels. span, pixels, gap > 0.
double tickStep(double span, double pixels, double gap);

/// How many equal parts the background grid divides a step into, so that the parts are round too: 2, or 5 for
/// a step of 5.
int tickSubdivision(double step);

/// A number as it stands at a tick, with the decimals the step needs, a true minus sign, and powers of ten
/// from 100,000 on and below 0.0001: "−0.25", "3×10⁶".
QString tickLabel(double value, double step);

/// A number with a fixed count of decimals and a true minus sign; never "−0". "undefined" and "∞" for NaN and
/// infinity.
QString decimalText(double value, int decimals);

} // namespace eigenboard::render
