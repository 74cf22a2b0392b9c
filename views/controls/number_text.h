#pragma once

#include "views/panel/parameter.h"

#include <QtCore/QString>

namespace eigenboard::controls {

/// A number as a reader sees it: so many decimals, a true minus sign, no minus before a zero, "undefined" for
/// NaN, ∞. From 10^9 on with a power of ten.
QString numberText(double value, int digits);

/// A parameter's number with as many decimals as its step has; where the spacing is logarithmic, three
/// digits.
QString numberText(const panel::Parameter& parameter, double value);

/// The longest text that the parameter's numbers have: for a width that no drag changes.
QString widestText(const panel::Parameter& parameter);

} // namespace eigenboard::controls
