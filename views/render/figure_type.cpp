#include "views/render/figure_type.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

double usableScale(double scale) {
  return std::isfinite(scale) ? std::clamp(scale, 0.5, 8.0) : 1;
}

QFont figureFont(int pixelSize, QFont::Weight weight) {
  QFont font(QStringLiteral("Inter"));
  font.setStyleHint(QFont::SansSerif);
  font.setPixelSize(pixelSize);
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

QFont tickFont(const Theme& theme) {
  return figureFont(tickPixelSize, theme.highContrast ? QFont::DemiBold : QFont::Normal);
}

} // namespace eigenboard::render
