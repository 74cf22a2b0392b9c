#pragma once

#include "views/render/plane_frame.h"

#include <QtCore/QRectF>
#include <QtCore/QSize>

#include <optional>

namespace eigenboard::render {

/// Where the parts of one plane's picture lie: the axes' area and range, tick steps, and rows for title and
/// axis labels (empty where the view has none). All in pixels of a canvas whose corner is (0, 0).
struct PlaneLayout {
  QSize size;
  PlaneFrame frame;
  double tickStepX = 1;
  double tickStepY = 1;
  QRectF title;
  QRectF labelX;
  QRectF labelY;
};

/// The smallest canvas on which a plane can be laid out; a smaller size is treated as this one.
inline constexpr QSize smallestPlane{96, 80};

/// range: what the reader has panned and zoomed to, refitted to the area; none: what the view asks for.
PlaneLayout layoutPlane(const scene::PlaneView& view, QSize size,
                        const std::optional<PlaneRange>& range = {});

} // namespace eigenboard::render
