#include "app/reader/ink.h"

#include "views/controls/appearance.h"

namespace eigenboard::reader {

QColor readableInk(const QColor& color, const QColor& ground, const render::Theme& theme) {
  constexpr int steps = 12;
  const double wanted = theme.highContrast ? 7 : 4.5;
  for (int i = 0; i < steps; ++i) {
    const QColor ink = controls::mixed(color, theme.text, static_cast<double>(i) / steps);
    if (render::contrastRatio(ink, ground) >= wanted)
      return ink;
  }
  return theme.text;
}

QColor translucent(QColor color, double opacity) {
  color.setAlphaF(static_cast<float>(opacity));
  return color;
}

} // namespace eigenboard::reader
