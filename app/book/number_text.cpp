#include "app/book/number_text.h"

#include "views/panel/shown_number.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::book {

namespace {

QString withRealMinus(QString text) {
  return text.replace(u'-', QChar(0x2212));
}

QString superscript(int exponent) {
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
  for (const QChar digit : QString::number(std::abs(exponent)))
    text += digits[digit.digitValue()];
  return text;
}

QString undefined() {
  return QCoreApplication::translate("book", "undefined");
}

std::optional<double> plainNumber(const QString& text) {
  bool ok = false;
  const double value = text.trimmed().toDouble(&ok);
  return ok ? std::optional(value) : std::nullopt;
}

} // namespace

QString numberToText(double value, int digits) {
  digits = std::clamp(digits, 0, 12);
  if (std::isnan(value))
    return undefined();
  if (std::isinf(value))
    return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
  const double size = std::abs(value);
  // Rounding noise of an exact zero is shown as zero, not as a power of ten.
  const bool hidden = size > 1e-12 && size < 0.5 * std::pow(10.0, -digits) && digits > 0;
  if (size >= 1e7 || hidden) {
    int exponent = static_cast<int>(std::floor(std::log10(size)));
    double mantissa = value / std::pow(10.0, exponent);
    if (!std::isfinite(mantissa) || std::abs(mantissa) >= 9.95) {
      ++exponent;
      mantissa = value / std::pow(10.0, exponent);
    }
    return withRealMinus(QString::number(mantissa, 'f', 1)) + QStringLiteral(" × 10") + superscript(exponent);
  }
  QString text = QString::number(panel::shownNumber(value), 'f', digits);
  if (text.startsWith(u'-') &&
      std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c == u'0' || c == u'.'; }))
    text.remove(0, 1);
  return withRealMinus(text);
}

std::optional<double> numberFromText(const QString& text) {
  QString plain = text.trimmed();
  plain.replace(QChar(0x2212), u'-');
  plain.remove(QChar(0x00A0)).remove(QChar(0x202F));
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (plain == undefined() || plain == QStringLiteral("undefined"))
    return std::numeric_limits<double>::quiet_NaN();
  if (plain == QStringLiteral("∞"))
    return infinity;
  if (plain == QStringLiteral("-∞"))
    return -infinity;
  if (plain.endsWith(u'%')) {
    const std::optional<double> percent = plainNumber(plain.chopped(1));
    return percent ? std::optional(*percent / 100) : std::nullopt;
  }
  if (const qsizetype slash = plain.indexOf(u'/'); slash > 0) {
    const std::optional<double> above = plainNumber(plain.first(slash));
    const std::optional<double> below = plainNumber(plain.sliced(slash + 1));
    if (!above || !below || *below == 0)
      return std::nullopt;
    return *above / *below;
  }
  return plainNumber(plain);
}

} // namespace eigenboard::book
