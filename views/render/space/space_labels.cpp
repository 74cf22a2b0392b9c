#include "views/render/space/space_labels.h"

#include <QtGui/QPaintDevice>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::render::space {

bool LabelField::isFree(const QRectF& box) const {
  const auto meets = [&box](const QRectF& other) { return other.intersects(box); };
  return std::none_of(taken_.begin(), taken_.end(), meets) &&
         std::none_of(others_.begin(), others_.end(), meets);
}

QRectF LabelField::freePlaceNear(const QRectF& box, double reach) const {
  const QRectF room = area_.adjusted(2, 2, -2, -2);
  if (box.width() > room.width() || box.height() > room.height())
    return {};
  const auto inRoom = [&room](QRectF moved) {
    moved.moveLeft(std::clamp(moved.left(), room.left(), room.right() - moved.width()));
    moved.moveTop(std::clamp(moved.top(), room.top(), room.bottom() - moved.height()));
    return moved;
  };
  if (const QRectF here = inRoom(box); isFree(here))
    return here;
  constexpr int directions = 12;
  for (double away = 6; away <= reach; away += 6)
    for (int i = 0; i < directions; ++i) {
      // Upwards first, then to one side and the other in turn.
      const int turns = (i + 1) / 2;
      const double turn = (i % 2 == 0 ? turns : -turns) * (2 * std::numbers::pi / directions);
      const double angle = turn - std::numbers::pi / 2;
      const QRectF moved = inRoom(box.translated(away * std::cos(angle), away * std::sin(angle)));
      if (isFree(moved))
        return moved;
    }
  return {};
}

QRectF centredBox(QPointF centre, QSizeF size) {
  return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

void putFormula(QPainter& painter, QPointF centre, const typesetting::Formula& formula,
                const LabelStyle& style, const PaintKit& kit) {
  if (!kit.memory) {
    paintLabel(painter, centre, formula, style, kit.glyphs);
    return;
  }
  const double ratio = painter.device()->devicePixelRatioF();
  const QPointF corner = centredBox(centre, labelSize(formula, style.pixelsPerEm)).topLeft() -
                         QPointF(LabelImages::margin, LabelImages::margin);
  // On whole device pixels the image is copied, not resampled, and stays sharp.
  const QPointF snapped(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio);
  painter.drawImage(snapped, kit.memory->images.image(formula, style, ratio));
}

} // namespace eigenboard::render::space
