#include "views/render/figure_type.h"

namespace eigenboard::render {

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
