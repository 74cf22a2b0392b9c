#pragma once

#include "views/render/plane_frame.h"

#include <optional>

namespace eigenboard::render {

/// What lies under the pointer: a mark's or handle's name, the exact values there, and where.
struct HoverNote {
  QString name;
  QString values;
  QPointF pixel;
};

/// The index of the handle nearest to a pixel, within so many pixels of it; -1: none.
int handleAt(const scene::PlaneView& view, const PlaneFrame& frame, QPointF pixel, double radius);

/// The nearest named handle, point or arrow tip within 14 px, else the nearest named curve or line within 7
/// px, else the topmost named region or heat map around the pixel, the latter with its value there.
std::optional<HoverNote> hoverAt(const scene::PlaneView& view, const PlaneFrame& frame, QPointF pixel);

/// "(1.50, −0.25)" with the decimals that the view can tell apart, two or more.
QString coordinateText(QPointF point, const PlaneFrame& frame);

} // namespace eigenboard::render
