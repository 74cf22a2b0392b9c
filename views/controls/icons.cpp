#include "views/controls/icons.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace eigenboard::controls {

namespace {

QPainterPath polyline(std::initializer_list<QPointF> points, bool isClosed = false) {
  QPainterPath path(*points.begin());
  for (const QPointF& point : points)
    path.lineTo(point);
  if (isClosed)
    path.closeSubpath();
  return path;
}

QPainterPath bar(double x) {
  return polyline({{x, 4}, {x, 12}});
}

/// An arrow that turns round: to the left for undo.
QPainterPath turn() {
  QPainterPath path(QPointF(4, 6));
  path.lineTo(9.5, 6);
  path.arcTo(QRectF(6.2, 6, 6.6, 6.6), 90, -180);
  path.lineTo(6, 12.6);
  path.addPath(polyline({{6.5, 3.2}, {3.7, 6}, {6.5, 8.8}}));
  return path;
}

QPainterPath mirrored(const QPainterPath& path) {
  return QTransform(-1, 0, 0, 1, 16, 0).map(path);
}

QPainterPath reset() {
  QPainterPath path;
  path.arcMoveTo(QRectF(3, 3, 10, 10), 130);
  path.arcTo(QRectF(3, 3, 10, 10), 130, 300);
  path.addPath(polyline({{3.6, 2.2}, {4.5, 4.9}, {7.3, 4.3}}));
  return path;
}

QPainterPath copy() {
  QPainterPath path;
  path.addRoundedRect(QRectF(6, 6, 7.5, 7.5), 1.5, 1.5);
  path.addPath(polyline({{10, 3.2}, {10, 2.5}, {2.5, 2.5}, {2.5, 10}, {3.2, 10}}));
  return path;
}

QPainterPath exported() {
  QPainterPath path = polyline({{8, 10}, {8, 2.5}});
  path.addPath(polyline({{5, 5.2}, {8, 2.3}, {11, 5.2}}));
  path.addPath(polyline({{3, 9}, {3, 13.2}, {13, 13.2}, {13, 9}}));
  return path;
}

/// A drawing pin that leans to the left.
QPainterPath pin() {
  QPainterPath path = polyline({{5.2, 2.8}, {10.8, 2.8}});
  path.addPath(polyline({{6.3, 2.8}, {6.3, 7}, {4.4, 9.6}, {11.6, 9.6}, {9.7, 7}, {9.7, 2.8}}));
  path.addPath(polyline({{8, 9.6}, {8, 13.6}}));
  return QTransform().translate(8, 8).rotate(30).translate(-8, -8).map(path);
}

struct Shape {
  QPainterPath filled;
  QPainterPath stroked;
};

Shape shapeOf(Icon icon) {
  const QPainterPath triangle = polyline({{5, 3.5}, {12.5, 8}, {5, 12.5}}, true);
  const QPainterPath smallTriangle = polyline({{4, 4}, {10, 8}, {4, 12}}, true);
  switch (icon) {
  case Icon::None:
    return {};
  case Icon::Play:
    return {triangle, {}};
  case Icon::Pause: {
    QPainterPath path = bar(5.8);
    path.addPath(bar(10.2));
    return {{}, path};
  }
  case Icon::StepForward:
    return {smallTriangle, bar(12)};
  case Icon::StepBack:
    return {mirrored(smallTriangle), bar(4)};
  case Icon::ToStart: {
    QPainterPath both = mirrored(QTransform::fromTranslate(-2.2, 0).map(smallTriangle));
    return {both.united(QTransform::fromTranslate(-5, 0).map(both)), bar(2.6)};
  }
  case Icon::Undo:
    return {{}, turn()};
  case Icon::Redo:
    return {{}, mirrored(turn())};
  case Icon::Reset:
    return {{}, reset()};
  case Icon::Copy:
    return {{}, copy()};
  case Icon::Export:
    return {{}, exported()};
  case Icon::ChevronDown:
    return {{}, polyline({{5, 6.8}, {8, 9.8}, {11, 6.8}})};
  case Icon::Check:
    return {{}, polyline({{3.5, 8.5}, {6.5, 11.5}, {12.5, 4.8}})};
  case Icon::Cross: {
    QPainterPath path = polyline({{4.5, 4.5}, {11.5, 11.5}});
    path.addPath(polyline({{11.5, 4.5}, {4.5, 11.5}}));
    return {{}, path};
  }
  case Icon::Pin:
    return {{}, pin()};
  }
  return {};
}

} // namespace

void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color) {
  const Shape shape = shapeOf(icon);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(box.center() - QPointF(8, 8));
  if (!shape.filled.isEmpty())
    painter.fillPath(shape.filled, color);
  if (!shape.stroked.isEmpty())
    painter.strokePath(shape.stroked, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.restore();
}

} // namespace eigenboard::controls
