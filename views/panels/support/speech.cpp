#include "views/panels/support/speech.h"

#include "views/panel/shown_number.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace eigenboard::panels::speech {

QString number(double value, int decimals) {
  if (std::isnan(value))
    return QCoreApplication::translate("Speech", "undefined");
  if (std::isinf(value))
    return QCoreApplication::translate("Speech", "infinite");
  const double scale = std::pow(10, decimals);
  if (std::round(value * scale) != 0)
    return QString::number(panel::shownNumber(value), 'f', decimals);
  return std::abs(value) >= 1e-4 ? QString::number(value, 'g', 2) : QString::number(0.0, 'f', decimals);
}

} // namespace eigenboard::panels::speech
