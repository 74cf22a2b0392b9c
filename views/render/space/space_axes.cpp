#include "views/render/space/space_axes.h"

#include "views/render/figure_type.h"
#include "views/render/ticks.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::render::space {
namespace {

constexpr double tickGap = 40;       // px between numbers, at least
constexpr double shortestSide = 46;  // px; a side shorter than this is seen from its end
constexpr double numberDistance = 7; // px from the side to a number
constexpr double titleDistance = 9;  // px from the numbers to the label
constexpr double axisPixelsPerEm = 17;

double part(const Point3& point, int axis) {
  return axis == 0 ? point.x : axis == 1 ? point.y : point.z;
}

void setPart(Point3& point, int axis, double value) {
  (axis == 0 ? point.x : axis == 1 ? point.y : point.z) = value;
}

Point3 unitAlong(int axis) {
  Point3 unit;
  setPart(unit, axis, 1);
  return unit;
}

/// A corner or side of the box: for each axis −1, 0 or 1.
Point3 placeInBox(const Box& box, const Point3& signs) {
  return {signs.x * box.half.x, signs.y * box.half.y, signs.z * box.half.z};
}

/// Which of the two walls across an axis lies behind the box.
double backWall(const SpaceFrame& frame, int axis) {
  const Point3 outward = unitAlong(axis);
  return frame.seesFrom(part(frame.box().half, axis) * outward, outward) ? -1 : 1;
}

/// Whether the eye sees the outside of the wall on that side.
bool facesEye(const SpaceFrame& frame, int axis, double side) {
  const Point3 outward = side * unitAlong(axis);
  return frame.seesFrom(part(frame.box().half, axis) * outward, outward);
}

struct AxisSide3 {
  int axis = 0;
  Point3 start; ///< box coordinates
  Point3 end;
  QPointF from;
  QPointF to;
  double length = 0;
  QPointF outward; ///< unit, away from the box on the picture
};

/// The sides of the box along an axis that lie on its outline, the best for numbers first: at the front of
/// the floor, and upright at the left.
std::vector<AxisSide3> outlineSides(const SpaceFrame& frame, int axis) {
  const int first = (axis + 1) % 3;
  const int second = (axis + 2) % 3;
  std::vector<AxisSide3> sides;
  const QPointF centre = frame.boxToPixel({0, 0, 0}).point();
  for (const double one : {-1.0, 1.0})
    for (const double other : {-1.0, 1.0}) {
      if (facesEye(frame, first, one) == facesEye(frame, second, other))
        continue;
      Point3 signs;
      setPart(signs, first, one);
      setPart(signs, second, other);
      AxisSide3 side;
      side.axis = axis;
      setPart(signs, axis, -1);
      side.start = placeInBox(frame.box(), signs);
      setPart(signs, axis, 1);
      side.end = placeInBox(frame.box(), signs);
      side.from = frame.boxToPixel(side.start).point();
      side.to = frame.boxToPixel(side.end).point();
      const QPointF way = side.to - side.from;
      side.length = std::hypot(way.x(), way.y());
      if (side.length < shortestSide)
        continue;
      QPointF outward(-way.y() / side.length, way.x() / side.length);
      const QPointF middle = (side.from + side.to) / 2 - centre;
      if (QPointF::dotProduct(outward, middle) < 0)
        outward = -outward;
      side.outward = outward;
      sides.push_back(side);
    }
  const auto rank = [axis](const AxisSide3& side) {
    const QPointF middle = (side.from + side.to) / 2;
    return axis == 2 ? middle.x() : -middle.y();
  };
  std::sort(sides.begin(), sides.end(),
            [&rank](const AxisSide3& one, const AxisSide3& other) { return rank(one) < rank(other); });
  return sides;
}

std::vector<double> ticksOf(const SpaceFrame& frame, int axis, double step) {
  std::vector<double> ticks;
  const double least = part(frame.box().minimum, axis);
  const double most = part(frame.box().maximum, axis);
  const double slack = 1e-9 * (most - least);
  constexpr int mostTicks = 200;
  for (double i = std::ceil((least - slack) / step); i * step <= most + slack && ticks.size() < mostTicks;
       ++i)
    ticks.push_back(i * step);
  return ticks;
}

double stepFor(const SpaceFrame& frame, int axis) {
  const double least = part(frame.box().minimum, axis);
  const double most = part(frame.box().maximum, axis);
  const std::vector<AxisSide3> sides = outlineSides(frame, axis);
  double length = 2 * part(frame.box().half, axis) * frame.scale();
  double gap = axis == 2 ? 32 : tickGap;
  if (!sides.empty()) {
    length = sides.front().length;
    // Numbers beside one another need their width, those above one another only their height.
    const QFontMetricsF metrics(figureFont(tickPixelSize));
    const double step = tickStep(most - least, length, gap);
    const double width = std::max(metrics.horizontalAdvance(tickLabel(least, step)),
                                  metrics.horizontalAdvance(tickLabel(most, step)));
    gap = std::max(gap, (width + 14) * std::abs(sides.front().outward.y()));
  }
  length = std::max(length, shortestSide);
  const double step = tickStep(most - least, length, gap);
  // One number alone tells no scale: above one another they may be as near as two lines of text.
  constexpr double nearestAbove = 15;
  return axis == 2 && ticksOf(frame, axis, step).size() < 2 ? tickStep(most - least, length, nearestAbove)
                                                            : step;
}

double placeOf(const Box& box, int axis, double value) {
  const double least = part(box.minimum, axis);
  return part(box.half, axis) * (2 * (value - least) / (part(box.maximum, axis) - least) - 1);
}

QColor mixedColor(const QColor& over, const QColor& under, float share) {
  const auto channel = [share](float a, float b) { return share * a + (1 - share) * b; };
  return QColor::fromRgbF(channel(over.redF(), under.redF()), channel(over.greenF(), under.greenF()),
                          channel(over.blueF(), under.blueF()));
}

/// How far a box of that size reaches from its centre in a direction.
double reachOf(QSizeF size, QPointF direction) {
  return std::abs(direction.x()) * size.width() / 2 + std::abs(direction.y()) * size.height() / 2;
}

/// Numbers of one side; returns how far they reach outwards.
double paintNumbers(QPainter& painter, const AxisSide3& side, double step, const SpaceFrame& frame,
                    const Theme& theme, LabelField& field) {
  const QFontMetricsF metrics(painter.font());
  const double height = metrics.ascent() - metrics.descent() * 0.2;
  double reach = 0;
  for (const double tick : ticksOf(frame, side.axis, step)) {
    Point3 at = side.start;
    setPart(at, side.axis, placeOf(frame.box(), side.axis, tick));
    const QPointF foot = frame.boxToPixel(at).point();
    const QString text = tickLabel(tick, step);
    const QSizeF size(metrics.horizontalAdvance(text), height);
    const QPointF centre = foot + side.outward * (numberDistance + reachOf(size, side.outward));
    const QRectF box = centredBox(centre, size).adjusted(-2, -1, 2, 1);
    if (!field.area().contains(box) || !field.isFree(box))
      continue;
    field.take(box);
    painter.setPen(QPen(mixedColor(theme.color(scene::Role::Muted), theme.surface, 0.75F), 1));
    painter.drawLine(QLineF(foot, foot + 4 * side.outward));
    painter.setPen(theme.color(scene::Role::Muted));
    painter.drawText(QPointF(centre.x() - size.width() / 2, centre.y() + metrics.capHeight() / 2), text);
    reach = std::max(reach, numberDistance + 2 * reachOf(size, side.outward));
  }
  return reach;
}

void paintAxisTitle(QPainter& painter, const AxisSide3& side, const QString& tex, int slot, double reach,
                    const PaintKit& kit, LabelField& field) {
  if (tex.isEmpty())
    return;
  const typesetting::FormulaPointer formula = kit.formulas(tex, slot);
  if (!formula)
    return;
  const QSizeF size = labelSize(*formula, axisPixelsPerEm);
  const QPointF middle = (side.from + side.to) / 2;
  const double away = reach + titleDistance + reachOf(size, side.outward);
  // Beside an upright side a long label would need more room than there is; above its end there is enough.
  const QPointF top = side.from.y() < side.to.y() ? side.from : side.to;
  const QPointF centre =
      side.axis == 2 ? top - QPointF(numberDistance, 16 + size.height() / 2) : middle + away * side.outward;
  QRectF box = centredBox(centre, size).adjusted(-3, -2, 3, 2);
  box = field.freePlaceNear(box, 60);
  if (box.isNull())
    return;
  field.take(box);
  const LabelStyle style{axisPixelsPerEm, kit.theme->color(scene::Role::Ink), kit.theme->error,
                         kit.theme->surface, 0};
  putFormula(painter, box.center(), *formula, style, kit);
}

} // namespace

Point3 tickSteps(const SpaceFrame& frame) {
  return {stepFor(frame, 0), stepFor(frame, 1), stepFor(frame, 2)};
}

double roomBesideBox(const SpaceFrame& frame) {
  const double step = stepFor(frame, 2);
  const QFontMetricsF metrics(figureFont(tickPixelSize));
  double widest = 0;
  for (const double tick : ticksOf(frame, 2, step))
    widest = std::max(widest, metrics.horizontalAdvance(tickLabel(tick, step)));
  // In jumps, so that a movement does not tremble while numbers change.
  constexpr double jump = 12;
  return jump * std::ceil((widest + numberDistance + 4) / jump);
}

void paintWalls(QPainter& painter, const SpaceFrame& frame, const Theme& theme) {
  const Box& box = frame.box();
  const Point3 steps = tickSteps(frame);
  const QColor& grid = theme.color(scene::Role::Grid);
  const QColor rim = mixedColor(theme.color(scene::Role::Muted), theme.surface, 0.55F);
  for (int across = 0; across < 3; ++across) {
    const int first = (across + 1) % 3;
    const int second = (across + 2) % 3;
    const double side = backWall(frame, across);
    const auto corner = [&](double one, double other) {
      Point3 signs;
      setPart(signs, across, side);
      setPart(signs, first, one);
      setPart(signs, second, other);
      return frame.boxToPixel(placeInBox(box, signs)).point();
    };
    const QPolygonF wall{corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixedColor(grid, theme.surface, across == 2 ? 0.42F : 0.24F));
    painter.drawPolygon(wall);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(grid, 1, Qt::SolidLine, Qt::FlatCap));
    for (const int along : {first, second}) {
      const int other = along == first ? second : first;
      for (const double tick : ticksOf(frame, along, part(steps, along))) {
        Point3 at;
        setPart(at, across, side * part(box.half, across));
        setPart(at, along, placeOf(box, along, tick));
        setPart(at, other, -part(box.half, other));
        const QPointF from = frame.boxToPixel(at).point();
        setPart(at, other, part(box.half, other));
        painter.drawLine(QLineF(from, frame.boxToPixel(at).point()));
      }
    }
    painter.setPen(QPen(rim, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(wall);
  }
}

void paintTicks(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const PaintKit& kit,
                LabelField& field) {
  const Point3 steps = tickSteps(frame);
  painter.setFont(figureFont(tickPixelSize));
  struct Title {
    AxisSide3 side;
    const QString& tex;
    int slot;
    double reach;
  };
  std::vector<Title> titles;
  const std::array<const QString*, 3> labels{&view.x.label, &view.y.label, &view.z.label};
  constexpr std::array<int, 3> labelSlots{slotOfX, slotOfY, slotOfZ};
  for (int axis = 0; axis < 3; ++axis) {
    const std::vector<AxisSide3> sides = outlineSides(frame, axis);
    if (sides.empty())
      continue;
    const double reach = paintNumbers(painter, sides.front(), part(steps, axis), frame, *kit.theme, field);
    const auto index = static_cast<std::size_t>(axis);
    titles.push_back({sides.front(), *labels.at(index), labelSlots.at(index), reach});
  }
  for (const Title& title : titles)
    paintAxisTitle(painter, title.side, title.tex, title.slot, title.reach, kit, field);
}

} // namespace eigenboard::render::space
