#pragma once

#include <QtCore/QString>

#include <optional>

namespace eigenboard::book {

/// A number as the text shows it: so many decimals, a real minus sign, no "−0.00"; ∞ and "undefined" where
/// they apply. Numbers beyond 10⁷ and non-zero ones that the decimals would show as 0 are written as 1.2 ×
/// 10⁹.
QString numberToText(double value, int digits);

/// Reads what a writer or reader types: either minus sign, a fraction "1/3", a percentage, ∞ and "undefined"
/// (NaN).
std::optional<double> numberFromText(const QString& text);

} // namespace eigenboard::book
