#pragma once

#include "views/render/plane_frame.h"

#include <QtCore/QRect>
#include <QtGui/QImage>

class QPainter;

namespace eigenboard::render {

/// Where the pixels of a heat map's image lie. On a raster device pixel = scale · point of the canvas +
/// shift, and the image covers whole device pixels; elsewhere it covers target exactly.
struct HeatMapPlace {
  PlaneFrame frame;
  QRectF target; ///< on the canvas
  QRect pixels;  ///< of the device; elsewhere the size of the image
  double scale = 1;
  QPointF shift;
  bool isRaster = true;
};

/// The image of a heat map and what it was made of.
struct KeptHeatMap {
  scene::HeatMap map;
  HeatMapPlace place;
  QImage image;
};

/// Paints what of a heat map lies in the frame's area. kept: from the last frame, an empty one at first; the
/// image is made again only when map or place differ. On a vector device the map is one image of at most 4
/// million pixels. Cost: 5 ns a pixel, or that of copying the kept image.
void paintHeatMap(QPainter& painter, const scene::HeatMap& map, const PlaneFrame& frame, KeptHeatMap& kept);

/// The row's and the column's name of the cell at a point: "Ada, The Quiet Alarm"; empty outside, and where
/// the map has no such names.
QString cellNameAt(const scene::HeatMap& map, QPointF point);

/// The value at a point, that of its cell or by bilinear interpolation; NaN outside the grid and where the
/// map is transparent.
double valueAt(const scene::HeatMap& map, QPointF point);

} // namespace eigenboard::render
