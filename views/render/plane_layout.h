#pragma once

#include "views/render/plane_legend.h"

#include <QtCore/QRectF>
#include <QtCore/QSize>

#include <optional>

namespace eigenboard::render {

/// Where the parts of one plane's picture lie: the axes' area and range, tick steps, and rows for title and
/// axis labels (empty where the view has none). On a canvas that is low the label of y stands in the title's
/// row, and that of x at the end of the row of numbers. All in pixels of a canvas whose corner is (0, 0).
struct PlaneLayout {
  QSize size;
  PlaneFrame frame;
  double tickStepX = 1;
  double tickStepY = 1;
  QRectF title;
  QRectF labelX;
  QRectF labelY;
  bool isLow = false; ///< whether the labels share rows
  LegendPlace legend;
};

/// The smallest canvas on which a plane can be laid out; a smaller size is treated as this one.
inline constexpr QSize smallestPlane{96, 80};

/// range: what the reader has panned and zoomed to, refitted to the area; none: what the view asks for.
/// previousLegend: the place the legend had, which it leaves only for a clearly better one.
PlaneLayout layoutPlane(const scene::PlaneView& view, QSize size, const std::optional<PlaneRange>& range = {},
                        int previousLegend = LegendPlace::nowhere);

/// Places the title, and on a low canvas the label of y in its row: a short one above the numbers, a long one
/// behind the title. width: of the row, from the frame's left side on.
void layTitle(PlaneLayout& layout, const scene::PlaneView& view, double width);

/// What of a canvas of that height is not the frame: across, with numbers of usual width, and up.
QSizeF aroundFrame(const scene::PlaneView& view, double height);
/// Below this height rows are shared.
inline constexpr double lowCanvas = 280;

} // namespace eigenboard::render
