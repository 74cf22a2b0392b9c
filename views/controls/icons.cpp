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

QPainterPath lens(QPointF centre, double radius) {
  QPainterPath path;
  path.addEllipse(centre, radius, radius);
  const double corner = radius * 0.7071;
  path.addPath(polyline({centre + QPointF(corner, corner), centre + QPointF(corner + 3, corner + 3)}));
  return path;
}

QPainterPath arrowLeft() {
  QPainterPath path = polyline({{13, 8}, {3.2, 8}});
  path.addPath(polyline({{7.2, 4}, {3.2, 8}, {7.2, 12}}));
  return path;
}

QPainterPath contents() {
  QPainterPath path = polyline({{2.5, 4}, {4, 4}});
  path.addPath(polyline({{6.5, 4}, {13.5, 4}}));
  for (const double y : {8., 12.}) {
    path.addPath(polyline({{2.5, y}, {4, y}}));
    path.addPath(polyline({{6.5, y}, {13.5, y}}));
  }
  return path;
}

QPainterPath findInPage() {
  QPainterPath path = polyline({{6, 13.5}, {3, 13.5}, {3, 2.5}, {12, 2.5}, {12, 5}});
  path.addPath(polyline({{5.5, 5.5}, {8, 5.5}}));
  path.addPath(lens({9.8, 9.3}, 2.6));
  return path;
}

/// A sheet folded in three.
QPainterPath map() {
  QPainterPath path = polyline(
      {{2.3, 4.6}, {6, 3}, {10, 4.6}, {13.7, 3}, {13.7, 11.4}, {10, 13}, {6, 11.4}, {2.3, 13}}, true);
  path.addPath(polyline({{6, 3}, {6, 11.4}}));
  path.addPath(polyline({{10, 4.6}, {10, 13}}));
  return path;
}

QPainterPath bookmark() {
  return polyline({{4.5, 2.5}, {11.5, 2.5}, {11.5, 13.2}, {8, 10.4}, {4.5, 13.2}}, true);
}

QPainterPath textSize() {
  QPainterPath path = polyline({{1.5, 12.5}, {5.5, 3}, {9.5, 12.5}});
  path.addPath(polyline({{2.9, 9.2}, {8.1, 9.2}}));
  path.addPath(polyline({{10.5, 12.5}, {12.6, 7.5}, {14.7, 12.5}}));
  path.addPath(polyline({{11.2, 10.8}, {14, 10.8}}));
  return path;
}

QPainterPath halfDisc() {
  QPainterPath path(QPointF(8, 3));
  path.arcTo(QRectF(3, 3, 10, 10), 90, -180);
  path.closeSubpath();
  return path;
}

QPainterPath disc(QPointF centre, double radius) {
  QPainterPath path;
  path.addEllipse(centre, radius, radius);
  return path;
}

/// A drawing pin that leans to the left.
QPainterPath pin() {
  QPainterPath path = polyline({{5.2, 2.8}, {10.8, 2.8}});
  path.addPath(polyline({{6.3, 2.8}, {6.3, 7}, {4.4, 9.6}, {11.6, 9.6}, {9.7, 7}, {9.7, 2.8}}));
  path.addPath(polyline({{8, 9.6}, {8, 13.6}}));
  return QTransform().translate(8, 8).rotate(30).translate(-8, -8).map(path);
}

/// A pencil that has begun a line.
QPainterPath note() {
  QPainterPath path = polyline({{2.8, 13.2}, {3.6, 10.2}, {10.6, 3.2}, {12.8, 5.4}, {5.8, 12.4}}, true);
  path.addPath(polyline({{8.8, 5}, {11, 7.2}}));
  path.addPath(polyline({{9.2, 13.2}, {13.4, 13.2}}));
  return path;
}

QPainterPath die() {
  QPainterPath path;
  path.addRoundedRect(QRectF(2.8, 2.8, 10.4, 10.4), 2.2, 2.2);
  return path;
}

/// Three spots from corner to corner.
QPainterPath dieSpots() {
  QPainterPath path;
  for (const double at : {5.6, 8., 10.4})
    path.addEllipse(QPointF(at, 16 - at), 1.05, 1.05);
  return path;
}

/// A padlock; open, its shackle stands aside.
QPainterPath padlock(bool isOpen) {
  QPainterPath path;
  path.addRoundedRect(QRectF(3.4, 7.4, 9.2, 6.2), 1.4, 1.4);
  const double left = isOpen ? 8.2 : 5.2;
  path.moveTo(left, 7.2);
  path.lineTo(left, 5.2);
  path.arcTo(QRectF(left, 2.4, 5.6, 5.6), 180, -180);
  path.lineTo(left + 5.6, isOpen ? 5.8 : 7.2);
  return path;
}

/// A window, and an arrow that leaves it.
QPainterPath popOut() {
  QPainterPath path = polyline({{7, 3.5}, {3, 3.5}, {3, 13}, {12.5, 13}, {12.5, 9}});
  path.addPath(polyline({{9.5, 2.8}, {13.2, 2.8}, {13.2, 6.5}}));
  path.addPath(polyline({{13.2, 2.8}, {7.6, 8.4}}));
  return path;
}

/// A horseshoe with its poles up.
QPainterPath magnet() {
  QPainterPath path = polyline({{3.2, 2.8}, {3.2, 8.4}});
  path.arcTo(QRectF(3.2, 3.6, 9.6, 9.6), 180, 180);
  path.lineTo(12.8, 2.8);
  path.addPath(polyline({{3.2, 5.4}, {3.2, 2.8}, {6, 2.8}, {6, 5.4}, {3.2, 5.4}}));
  path.addPath(polyline({{10, 5.4}, {10, 2.8}, {12.8, 2.8}, {12.8, 5.4}, {10, 5.4}}));
  path.moveTo(6, 5.4);
  path.lineTo(6, 8.4);
  path.arcTo(QRectF(6, 6.4, 4, 4), 180, 180);
  path.lineTo(10, 5.4);
  return path;
}

/// Two lids that meet at the corners.
QPainterPath lids() {
  QPainterPath path(QPointF(1.8, 8));
  path.quadTo(8, 1.2, 14.2, 8);
  path.quadTo(8, 14.8, 1.8, 8);
  path.closeSubpath();
  return path;
}

/// The lower lid with its lashes.
QPainterPath closedEye() {
  QPainterPath path(QPointF(2, 7));
  path.quadTo(8, 13, 14, 7);
  path.addPath(polyline({{8, 10}, {8, 12.4}}));
  path.addPath(polyline({{4.3, 8.8}, {3, 10.8}}));
  path.addPath(polyline({{11.7, 8.8}, {13, 10.8}}));
  return path;
}

QPainterPath flag() {
  QPainterPath path = polyline({{4, 13.5}, {4, 2.8}});
  path.addPath(polyline({{4, 3}, {12.5, 3}, {10.3, 5.8}, {12.5, 8.6}, {4, 8.6}}));
  return path;
}

/// A diamond, as programs for films mark a moment, with a plus.
QPainterPath keyframe() {
  QPainterPath path = polyline({{8, 1.8}, {14.2, 8}, {8, 14.2}, {1.8, 8}}, true);
  path.addPath(polyline({{8, 5.6}, {8, 10.4}}));
  path.addPath(polyline({{5.6, 8}, {10.4, 8}}));
  return path;
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
  case Icon::Stop:
    return {polyline({{4.5, 4.5}, {11.5, 4.5}, {11.5, 11.5}, {4.5, 11.5}}, true), {}};
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
  case Icon::PopOut:
    return {{}, popOut()};
  case Icon::Magnet:
    return {{}, magnet()};
  case Icon::ChevronDown:
    return {{}, polyline({{5, 6.8}, {8, 9.8}, {11, 6.8}})};
  case Icon::Check:
    return {{}, polyline({{3.5, 8.5}, {6.5, 11.5}, {12.5, 4.8}})};
  case Icon::Cross: {
    QPainterPath path = polyline({{4.5, 4.5}, {11.5, 11.5}});
    path.addPath(polyline({{11.5, 4.5}, {4.5, 11.5}}));
    return {{}, path};
  }
  case Icon::ChevronUp:
    return {{}, polyline({{5, 9.8}, {8, 6.8}, {11, 9.8}})};
  case Icon::ChevronLeft:
    return {{}, polyline({{9.8, 4}, {5.8, 8}, {9.8, 12}})};
  case Icon::ChevronRight:
    return {{}, polyline({{6.2, 4}, {10.2, 8}, {6.2, 12}})};
  case Icon::ArrowLeft:
    return {{}, arrowLeft()};
  case Icon::ArrowRight:
    return {{}, mirrored(arrowLeft())};
  case Icon::Contents:
    return {{}, contents()};
  case Icon::FindInPage:
    return {{}, findInPage()};
  case Icon::Search:
    return {{}, lens({7, 7}, 4.2)};
  case Icon::Map:
    return {{}, map()};
  case Icon::Bookmark:
    return {{}, bookmark()};
  case Icon::BookmarkSet:
    return {bookmark(), bookmark()};
  case Icon::TextSize:
    return {{}, textSize()};
  case Icon::Contrast:
    return {halfDisc(), disc({8, 8}, 5)};
  case Icon::More: {
    QPainterPath dots = disc({3.5, 8}, 1.3);
    dots.addPath(disc({8, 8}, 1.3));
    dots.addPath(disc({12.5, 8}, 1.3));
    return {dots, {}};
  }
  case Icon::Pin:
    return {{}, pin()};
  case Icon::Note:
    return {{}, note()};
  case Icon::Die:
    return {dieSpots(), die()};
  case Icon::Lock:
    return {{}, padlock(false)};
  case Icon::LockOpen:
    return {{}, padlock(true)};
  case Icon::Eye:
    return {disc({8, 8}, 1.9), lids()};
  case Icon::EyeClosed:
    return {{}, closedEye()};
  case Icon::Difference:
    return {{}, polyline({{8, 3}, {13, 12.6}, {3, 12.6}}, true)};
  case Icon::Flag:
    return {{}, flag()};
  case Icon::Keyframe:
    return {{}, keyframe()};
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
