#pragma once

#include <QtGui/QPolygonF>

class QPainter;
class QPen;

namespace eigenboard::render {

enum class StrokeFor : std::uint8_t {
  File,   ///< as the pen says
  Screen, ///< at every move of a drag: what no pixel shows is left out
};

/// Strokes a polyline that is finite and modest in size. It looks as drawPolyline makes it, but takes time
/// in proportion to its length: Qt's rasterizer sorts the edges of a stroke line by line, so that one shape
/// that crosses a line of pixels a hundred times costs ten thousand times one crossing. A winding curve is
/// painted piece by piece on an image device; on others it stays one shape.
void strokeCurve(QPainter& painter, const QPolygonF& points, const QPen& pen, StrokeFor purpose);

} // namespace eigenboard::render
