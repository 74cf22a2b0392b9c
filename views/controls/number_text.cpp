#include "views/controls/number_text.h"

#include "views/panel/shown_number.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;
using panel::Parameter;

namespace {

constexpr double longestPlain = 1e9; ///< beyond it, digits are counted, not read

QString withTrueMinus(QString text) {
  return text.replace(u'-', QChar(0x2212));
}

/// "1.5e-07" as 1.5 × 10⁻⁷.
QString withPowerOfTen(double value, int digits) {
  const QString text = QString::number(value, 'e', std::clamp(digits, 0, 15));
  const qsizetype at = text.indexOf(u'e');
  QString power;
  for (const QChar character : QString::number(text.mid(at + 1).toInt())) {
    if (character == u'-')
      power += QChar(0x207b);
    else if (character == u'1')
      power += QChar(0x00b9);
    else if (character == u'2' || character == u'3')
      power += QChar(0x00b0 + character.digitValue());
    else
      power += QChar(0x2070 + character.digitValue());
  }
  return withTrueMinus(text.left(at)) + QChar(0x00d7) + u"10"_s + power;
}

int decimalsOf(double step) {
  if (!(step > 0))
    return 2;
  int decimals = 0;
  for (double scaled = step; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled;
       scaled *= 10)
    ++decimals;
  return decimals;
}

} // namespace

QString numberText(double value, int digits) {
  if (std::isnan(value))
    return QCoreApplication::translate("eigenboard::controls", "undefined");
  if (std::isinf(value))
    return value > 0 ? QString(QChar(0x221e)) : QString(QChar(0x2212)) + QChar(0x221e);
  if (std::abs(value) >= longestPlain)
    return withPowerOfTen(value, 2);
  const QString text = QString::number(panel::shownNumber(value), 'f', std::clamp(digits, 0, 15));
  const bool isZero = std::none_of(text.begin(), text.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
  return isZero && text.startsWith(u'-') ? text.mid(1) : withTrueMinus(text);
}

QString numberText(const Parameter& parameter, double value) {
  if (parameter.kind != panel::Kind::Number)
    return numberText(value, 0);
  if (parameter.spacing == panel::Spacing::Linear)
    return numberText(value, decimalsOf(parameter.step));
  const double magnitude = std::floor(std::log10(std::max(std::abs(value), 1e-300)));
  if (magnitude < -4 || magnitude > 6)
    return withPowerOfTen(value, 2);
  return numberText(value, std::clamp(2 - static_cast<int>(magnitude), 0, 6));
}

QString widestText(const Parameter& parameter) {
  QString widest;
  for (const double value : {parameter.minimum, parameter.maximum, std::get<double>(parameter.defaultValue)})
    if (const QString text = numberText(parameter, value); text.size() > widest.size())
      widest = text;
  return widest;
}

} // namespace eigenboard::controls
