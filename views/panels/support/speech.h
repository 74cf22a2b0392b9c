#pragma once

#include <QtCore/QString>

namespace eigenboard::panels::speech {

/// A number in a sentence: "-0.25" with the given number of decimals, never "-0.00". What these decimals
/// would round to 0 has two digits of its own down to 1e-4, "0.0012": smaller than that is zero to a
/// listener. "undefined" for NaN, "infinite" for infinities.
QString number(double value, int decimals = 2);

} // namespace eigenboard::panels::speech
