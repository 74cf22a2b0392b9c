#include "views/render/ticks.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

int exponentOf(double step) {
  // The nudge makes 0.001, whose logarithm comes out a hair under -3, count as 10⁻³.
  return static_cast<int>(std::floor(std::log10(step) + 1e-9));
}

int mantissaOf(double step) {
  return static_cast<int>(std::lround(step / std::pow(10.0, exponentOf(step))));
}

QString superscript(int number) {
  static constexpr char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
  QString text = number < 0 ? QStringLiteral("⁻") : QString();
  const QString plain = QString::number(std::abs(number));
  for (const QChar& digit : plain)
    text += QChar(digits[digit.digitValue()]);
  return text;
}

} // namespace

double tickStep(double span, double pixels, double gap) {
  const double least = span * gap / pixels;
  const double power = std::pow(10.0, exponentOf(least));
  // A step that misses the gap by rounding only is as good as one that meets it.
  const double slack = 1 - 1e-9;
  for (const int mantissa : {1, 2, 5})
    if (mantissa * power >= least * slack)
      return mantissa * power;
  return 10 * power;
}

int tickSubdivision(double step) {
  return mantissaOf(step) == 5 ? 5 : 2;
}

QString tickLabel(double value, double step) {
  const int exponent = exponentOf(step);
  // Ticks come as multiples of the step in floating point: the one at zero may be 1e-17.
  if (std::abs(value) < step * 1e-6)
    return QStringLiteral("0");
  if (exponent >= 5 || exponent < -4) {
    const int valueExponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9));
    const double mantissa = value / std::pow(10.0, valueExponent);
    const QString digits = decimalText(mantissa, std::max(0, valueExponent - exponent));
    return digits + QStringLiteral("×10") + superscript(valueExponent);
  }
  return decimalText(value, std::max(0, -exponent));
}

QString decimalText(double value, int decimals) {
  if (std::isnan(value))
    return QStringLiteral("undefined");
  if (std::isinf(value))
    return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
  const QString digits = QString::number(std::abs(value), 'f', decimals);
  const bool isZero = std::all_of(digits.begin(), digits.end(),
                                  [](QChar character) { return character == u'0' || character == u'.'; });
  return value < 0 && !isZero ? u'−' + digits : digits;
}

} // namespace eigenboard::render
