#include "app/navigation/map_marks.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace eigenboard::navigation {

namespace {

constexpr double discRadius = 5;
constexpr double dotRadius = 2.6;
constexpr double headLength = 6;

} // namespace

void drawStationDisc(QPainter& painter, QPointF centre, StationDisc disc, const render::Theme& theme) {
  if (!disc.isWritten) {
    painter.setPen(QPen(controls::mixed(theme.textMuted, theme.surface, 0.35), 1.2));
    painter.setBrush(theme.surface);
    painter.drawEllipse(centre, dotRadius, dotRadius);
    return;
  }
  const QRectF ring(centre.x() - discRadius, centre.y() - discRadius, 2 * discRadius, 2 * discRadius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.surface);
  painter.drawEllipse(ring.adjusted(-1.5, -1.5, 1.5, 1.5));
  painter.setBrush(theme.link);
  if (disc.fraction >= 1)
    painter.drawEllipse(ring);
  else if (disc.fraction > 0)
    painter.drawPie(ring, 90 * 16, static_cast<int>(-360 * 16 * disc.fraction));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.link, 1.6));
  painter.drawEllipse(ring);
}

void drawArrow(QPainter& painter, const QPainterPath& path, const QColor& color, double width) {
  painter.strokePath(path, QPen(color, width, Qt::SolidLine, Qt::RoundCap));
  const QPointF tip = path.currentPosition();
  const QPointF before = path.pointAtPercent(path.percentAtLength(std::max(0., path.length() - headLength)));
  const double length = std::max(1e-6, std::hypot(tip.x() - before.x(), tip.y() - before.y()));
  const QPointF along = (tip - before) / length;
  const QPointF across(-along.y(), along.x());
  QPainterPath head(tip);
  head.lineTo(tip - headLength * along + 3.2 * across);
  head.lineTo(tip - headLength * along - 3.2 * across);
  painter.fillPath(head, color);
}

QColor orderColor(const render::Theme& theme) {
  return controls::mixed(theme.page, theme.textMuted, theme.dark ? 0.42 : 0.38);
}

QColor neededColor(const render::Theme& theme) {
  return theme.color(scene::Role::Drag);
}

QColor needingColor(const render::Theme& theme) {
  return theme.color(scene::Role::Response);
}

QColor pathColor(const render::Theme& theme) {
  return controls::mixed(theme.surface, theme.color(scene::Role::Drag), 0.75);
}

QColor openColor(const render::Theme& theme) {
  return controls::mixed(theme.surface, theme.link, theme.dark ? 0.26 : 0.14);
}

} // namespace eigenboard::navigation
