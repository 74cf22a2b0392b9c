#pragma once

#include "views/render/scene_painter.h"
#include "views/render/space/seen_lines.h"
#include "views/render/space/space_fills.h"

#include <vector>

namespace eigenboard::render {

/// What one widget keeps from frame to frame.
struct SpaceMemory {
  space::FillMemory fills;
  std::vector<QRectF> labels; ///< the boxes of all words and formulas of the last painting
};

/// Where the parts of one space's picture lie, in the pixels of its area.
struct SpaceLayout {
  QRectF title; ///< empty without a title
  QRectF box;   ///< what the box of the axes may fill
};

enum class SpaceQuality : std::uint8_t {
  Draft, ///< one sample a pixel: while the picture moves
  Fine,
};

SpaceLayout layoutSpace(const scene::SpaceView& view, const QRectF& area);

/// By how much a camera may go nearer than a live view, which keeps as far as it needs to be turned: so that
/// the box, as it stands, fills the area and its numbers have room. The reader's own zoom comes on top of it.
double spaceNearness(const scene::SpaceView& view, const QRectF& area);

/// How points of the view come onto the picture in an area seen by a camera.
space::SpaceFrame spaceFrame(const scene::SpaceView& view, const scene::Camera& camera, const QRectF& area);

/// Paints a view of space as the camera sees it: walls with lines at the ticks, surfaces and planes with what
/// is hidden left out, lines and points, numbers and labels. Any QPainter: the same picture becomes pixels on
/// an image and polygons, without any image, in SVG and PDF. No background. Marks or parts of marks that are
/// not finite or outside the box of the axes are left out. memory: null for files; with
/// kit.handles they get the discs of the handles, which a widget paints itself.
///
/// Cost: about 5 ms for a surface of 100 by 100 on 700 × 600 px as a draft, twice that in fine quality.
void paintSpace(QPainter& painter, const scene::SpaceView& view, const scene::Camera& camera,
                const QRectF& area, const PaintKit& kit, SpaceMemory* memory = nullptr,
                SpaceQuality quality = SpaceQuality::Fine);

} // namespace eigenboard::render
