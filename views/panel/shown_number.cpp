#include "views/panel/shown_number.h"

#include <QtCore/QString>

#include <cmath>

namespace eigenboard::panel {

namespace {
constexpr int digits = 13; // three fewer than a double holds: what rounding may have touched
} // namespace

double shownNumber(double value) {
  return std::isfinite(value) ? QString::number(value, 'e', digits - 1).toDouble() : value;
}

} // namespace eigenboard::panel
