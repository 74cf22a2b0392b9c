#include "views/render/clipping.h"
#include "views/render/space/space_lines.h"

#include <QtGui/QPainter>

namespace eigenboard::render::space {
namespace {

QColor withAlpha(QColor color, double alpha) {
  color.setAlphaF(static_cast<float>(alpha));
  return color;
}

} // namespace

void paintHandles3(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame,
                   const Theme& theme, const Occlusion& occlusion, const HandleEmphasis& emphasis) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = 0; i < view.handles.size(); ++i) {
    const scene::Handle3& handle = view.handles[i];
    const Pixel3 pixel = frame.toPixel(handle.position);
    const QPointF centre = pixel.point();
    if (!isDrawable(centre) || !frame.area().adjusted(-200, -200, 200, 200).contains(centre))
      continue;
    const int index = static_cast<int>(i);
    const bool isActive = index == emphasis.hovered || index == emphasis.pressed || index == emphasis.focused;
    // One that lies behind a surface can still be got hold of, but is seen to lie behind.
    const double share = isActive || occlusion.sight(pixel) != Sight::Hidden ? 1 : 0.45;
    const double radius = isActive ? handleRadius + 1.5 : handleRadius;
    const QColor color = theme.color(handle.role);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(color, (isActive ? 0.30 : 0.16) * share));
    painter.drawEllipse(centre, radius + (isActive ? 8 : 5), radius + (isActive ? 8 : 5));
    painter.setPen(QPen(withAlpha(theme.surface, share), 2));
    painter.setBrush(withAlpha(color, share));
    painter.drawEllipse(centre, radius, radius);
    if (index == emphasis.focused) {
      painter.setPen(QPen(theme.color(scene::Role::Ink), 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(centre, radius + 4, radius + 4);
    }
  }
  painter.restore();
}

} // namespace eigenboard::render::space
