#pragma once

#include "views/render/plane_frame.h"
#include "views/render/theme.h"

#include <vector>

class QPainter;

namespace eigenboard::render {

/// Where the legend of a plane stands: a place of its own within the frame, or rows above it.
struct LegendPlace {
  std::vector<QRectF> boxes; ///< one for each line of the view's legend; empty where there is none
  QRectF ground;             ///< around all of them
  int place = nowhere;       ///< which of the places within the frame; aboveFrame: rows above it
  static constexpr int nowhere = -1;
  static constexpr int aboveFrame = 100;
};

/// The share of a rectangle of the frame that marks, labels and handles lie on, from 0 to 1: of squares of
/// 8 px, those that a line, point or word touches. Colours of a heat map and of a region are ground.
/// Cost: the length of what is drawn, in squares.
class InkMap {
 public:
  InkMap(const scene::PlaneView& view, const PlaneFrame& frame);
  double share(const QRectF& box) const;

 private:
  void mark(QPointF at);
  void mark(const QRectF& box);
  void mark(const QLineF& line);

  QRectF area_;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<char> isInked_;
};

/// The emptiest corner or side of the frame, where at least almost all is empty; otherwise no boxes.
/// previous: where it stood, which it keeps while no other is clearly emptier.
LegendPlace legendWithin(const scene::PlaneView& view, const PlaneFrame& frame, int previous);

/// In rows from a corner of the canvas down, as many as the width asks for.
LegendPlace legendAbove(const scene::PlaneView& view, QPointF topLeft, double width);

void paintLegend(QPainter& painter, const scene::PlaneView& view, const LegendPlace& place,
                 const Theme& theme);

} // namespace eigenboard::render
