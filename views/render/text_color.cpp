#include "views/render/text_color.h"

namespace eigenboard::render {

double leastTextContrast(const Theme& theme) {
  return theme.highContrast ? 7 : 4.5;
}

QColor textColor(const Theme& theme, scene::Role role) {
  constexpr int steps = 16;
  const QColor own = theme.color(role);
  QColor color = own;
  for (int step = 1; step <= steps && contrastRatio(color, theme.surface) < leastTextContrast(theme);
       ++step) {
    const float share = static_cast<float>(step) / steps;
    const auto channel = [share](float from, float to) { return from + share * (to - from); };
    color =
        QColor::fromRgbF(channel(own.redF(), theme.text.redF()), channel(own.greenF(), theme.text.greenF()),
                         channel(own.blueF(), theme.text.blueF()));
  }
  return color;
}

} // namespace eigenboard::render
