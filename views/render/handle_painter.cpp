#include "views/render/clipping.h"
#include "views/render/scene_painter.h"

#include <QtGui/QPainter>

namespace eigenboard::render {
namespace {

QColor faded(QColor color, float alpha) {
  color.setAlphaF(alpha);
  return color;
}

} // namespace

void paintHandles(QPainter& painter, const scene::PlaneView& view, const PlaneFrame& frame,
                  const Theme& theme, const HandleEmphasis& emphasis) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  // A handle at the very edge of the plane is still seen whole: it must be possible to get hold of it.
  const QRectF reach = frame.area.adjusted(-1, -1, 1, 1);
  for (std::size_t i = 0; i < view.handles.size(); ++i) {
    const QPointF centre = frame.toPixel(view.handles[i].position);
    if (!isDrawable(centre) || !reach.contains(centre))
      continue;
    const int index = static_cast<int>(i);
    const bool isActive = index == emphasis.hovered || index == emphasis.pressed || index == emphasis.focused;
    const double radius = isActive ? handleRadius + 1.5 : handleRadius;
    const QColor color = theme.color(view.handles[i].role);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color, isActive ? 0.30F : 0.16F));
    painter.drawEllipse(centre, radius + (isActive ? 8 : 5), radius + (isActive ? 8 : 5));
    painter.setPen(QPen(theme.surface, 2));
    painter.setBrush(color);
    painter.drawEllipse(centre, radius, radius);
    if (index == emphasis.focused) {
      painter.setPen(QPen(theme.color(scene::Role::Ink), 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(centre, radius + 4, radius + 4);
    }
  }
  painter.restore();
}

} // namespace eigenboard::render
