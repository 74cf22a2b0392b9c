#include "app/navigation/progress_disc.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::navigation {

QIcon progressDisc(double fraction, const QColor& color, DiscSize size) {
  constexpr int side = 16;
  constexpr int density = 2;
  QPixmap pixmap(density * side, density * side);
  pixmap.setDevicePixelRatio(density);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const double radius = size == DiscSize::Small ? 2.6 : 4.2;
  const QRectF disc(side / 2. - radius, side / 2. - radius, 2 * radius, 2 * radius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  if (fraction >= 1)
    painter.drawEllipse(disc);
  else if (fraction > 0)
    painter.drawPie(disc, 90 * 16, static_cast<int>(-360 * 16 * std::clamp(fraction, 0., 1.)));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color, 1.2));
  painter.drawEllipse(disc);
  return QIcon(pixmap);
}

} // namespace eigenboard::navigation
