#pragma once

#include <QtCore/QLineF>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>

#include <vector>

namespace eigenboard::render {

/// What labels keep clear of: rectangles (other labels, handles) and the shafts of arrows, in pixels.
struct Obstacles {
  std::vector<QRectF> boxes;
  std::vector<QLineF> lines;
};

/// Where the label of an arrow goes.
struct LabelSpot {
  QPointF centre;
  int candidate = 0; ///< which of the places around the tip
};

/// The centre for a label of that size beside the tip at to: beyond the tip if that is free, otherwise to a
/// side of it, otherwise beside the shaft; inside the area as long as the tip is. previous: the candidate of
/// the last frame (-1: none), which is kept while another is not clearly better, so that labels do not
/// flicker.
LabelSpot arrowLabelSpot(QPointF from, QPointF to, QSizeF size, double clearance, const QRectF& area,
                         const Obstacles& obstacles, int previous = -1);

} // namespace eigenboard::render
