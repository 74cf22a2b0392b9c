#pragma once

#include "views/render/plane_layout.h"
#include "views/render/scene_painter.h"

#include <memory>

class QCPPainter;

namespace eigenboard::render {

/// The part of a plane's picture that stays while the reader drags: background grid, zero lines, numbers at
/// the ticks (by QCustomPlot), title and axis labels. Needs a QApplication, no display. Making one takes
/// about a millisecond, painting one to two.
class PlaneAxes {
 public:
  PlaneAxes();
  ~PlaneAxes();

  /// Slots of axis labels, which never meet those of marks.
  static constexpr int slotX = -1;
  static constexpr int slotY = -2;

  /// Paints at the painter's origin, without a background. The painter's mode is set to the vector one, in
  /// which QCustomPlot keeps true coordinates on every device.
  void paint(QCPPainter& painter, const scene::PlaneView& view, const PlaneLayout& layout,
             const PaintKit& kit);

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render
