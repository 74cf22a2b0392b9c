#include "views/render/curve_stroke.h"

#include <QtCore/QLineF>
#include <QtGui/QImage>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPen>

#include <algorithm>
#include <cmath>
#include <vector>

namespace eigenboard::render {
namespace {

constexpr qsizetype manyPoints = 24;
constexpr qsizetype longestShape = 2048; ///< as one shape on any device
constexpr double windingLength = 4;      ///< in diagonals of what the curve covers
constexpr double narrowWidth = 3;        ///< device pixels; corners of less are too small to be seen
constexpr double mostLayerPixels = 40e6;

/// Without the points nearer than so many pixels to the one before; the last stays.
QPolygonF thinned(const QPolygonF& points, double spacing) {
  QPolygonF kept;
  kept.reserve(points.size());
  for (const QPointF& point : points)
    if (kept.isEmpty() || std::hypot(point.x() - kept.back().x(), point.y() - kept.back().y()) >= spacing)
      kept.push_back(point);
  if (kept.size() > 1)
    kept.back() = points.back();
  else
    kept.push_back(points.back());
  return kept;
}

bool isWinding(const QPolygonF& points, const QRectF& covered) {
  double length = 0;
  for (qsizetype i = 1; i < points.size(); ++i)
    length += std::hypot(points[i].x() - points[i - 1].x(), points[i].y() - points[i - 1].y());
  return length > windingLength * std::hypot(covered.width(), covered.height());
}

bool paintsPixels(const QPainter& painter) {
  const QTransform& transform = painter.deviceTransform();
  return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster &&
         transform.type() <= QTransform::TxScale && transform.m11() > 0 &&
         std::abs(transform.m11() - transform.m22()) < 1e-9 * transform.m11();
}

/// Each piece is a stroke of its own. Where two meet they overlap, so the pen is opaque.
void strokePieces(QPainter& painter, const QPolygonF& points, QPen pen, double deviceScale) {
  if (pen.widthF() * deviceScale <= narrowWidth && pen.style() == Qt::SolidLine) {
    // Qt's fast way for lines takes no round caps.
    pen.setCapStyle(Qt::SquareCap);
    painter.setPen(pen);
    std::vector<QLineF> lines;
    lines.reserve(static_cast<std::size_t>(points.size()));
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
      lines.emplace_back(points[i], points[i + 1]);
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    return;
  }
  constexpr qsizetype pieceLength = 3;
  painter.setPen(pen);
  for (qsizetype i = 0; i + 1 < points.size(); i += pieceLength - 1)
    painter.drawPolyline(points.data() + i, static_cast<int>(std::min(pieceLength, points.size() - i)));
}

/// The pieces opaque on a layer, and the layer on the picture with the opacity of the pen. False where a
/// layer would take too much memory.
bool strokeOnLayer(QPainter& painter, const QPolygonF& points, const QPen& pen, const QRectF& covered) {
  const QTransform& transform = painter.deviceTransform();
  const double scale = transform.m11();
  const double margin = pen.widthF() + 2;
  QRectF seen = covered.adjusted(-margin, -margin, margin, margin);
  if (painter.hasClipping())
    seen &= painter.clipBoundingRect();
  const QRect pixels = transform.mapRect(seen).toAlignedRect();
  if (pixels.isEmpty())
    return true;
  if (static_cast<double>(pixels.width()) * pixels.height() > mostLayerPixels)
    return false;
  QImage layer(pixels.size(), QImage::Format_ARGB32_Premultiplied);
  if (layer.isNull())
    return false;
  layer.fill(Qt::transparent);
  QPen opaque = pen;
  QColor color = pen.color();
  color.setAlphaF(1);
  opaque.setColor(color);
  QPainter onLayer(&layer);
  onLayer.setRenderHint(QPainter::Antialiasing);
  onLayer.setTransform(transform * QTransform::fromTranslate(-pixels.left(), -pixels.top()));
  strokePieces(onLayer, points, opaque, scale);
  onLayer.end();
  painter.save();
  painter.setOpacity(painter.opacity() * pen.color().alphaF());
  layer.setDevicePixelRatio(scale);
  painter.drawImage((QPointF(pixels.topLeft()) - QPointF(transform.dx(), transform.dy())) / scale, layer);
  painter.restore();
  return true;
}

} // namespace

void strokeCurve(QPainter& painter, const QPolygonF& points, const QPen& pen, StrokeFor purpose) {
  if (points.size() < 2)
    return;
  const bool isLong = points.size() > longestShape;
  const bool isQuick = purpose == StrokeFor::Screen && points.size() > manyPoints;
  const QPolygonF shown = isLong ? thinned(points, 0.5) : isQuick ? thinned(points, 0.25) : points;
  const bool isSolid = pen.style() == Qt::SolidLine && shown.size() > manyPoints && paintsPixels(painter);
  const QRectF covered = isSolid ? shown.boundingRect() : QRectF();
  if (isSolid && isWinding(shown, covered)) {
    if (pen.color().alpha() < 255 && strokeOnLayer(painter, shown, pen, covered))
      return;
    if (pen.color().alpha() == 255)
      return strokePieces(painter, shown, pen, painter.deviceTransform().m11());
  }
  if (shown.size() > longestShape) {
    // Line by line at any cost of blotches: as one shape it would take seconds.
    QPen lines = pen;
    lines.setCapStyle(Qt::SquareCap);
    return strokePieces(painter, shown, lines, 0);
  }
  QPen used = pen;
  if (isQuick && pen.widthF() <= narrowWidth)
    used.setJoinStyle(Qt::SvgMiterJoin);
  painter.setPen(used);
  painter.drawPolyline(shown);
}

} // namespace eigenboard::render
