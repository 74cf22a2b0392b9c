#include "app/reader/block_icons.h"

#include "app/reader/ink.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <array>

namespace eigenboard::reader {

namespace {

using book::StatementKind;
using scene::Role;

// All signs are drawn on a square of 16 by 16.
constexpr double side = 16;

QPainterPath line(std::initializer_list<QPointF> points) {
  QPainterPath path;
  for (const QPointF& point : points)
    path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
  return path;
}

QPainterPath ring(QPointF center, double radius) {
  QPainterPath path;
  path.addEllipse(center, radius, radius);
  return path;
}

/// A trace that breaks off: what went wrong.
QPainterPath problem() {
  QPainterPath path = line({{1.5, 11}, {4.5, 11}, {6.5, 4.5}, {9, 13.5}, {10.7, 8.8}});
  path.addPath(line({{12.4, 6.6}, {14.6, 8.8}}));
  path.addPath(line({{14.6, 6.6}, {12.4, 8.8}}));
  return path;
}

/// Two shores and the arch between them.
QPainterPath bridge() {
  QPainterPath path = line({{1.5, 6.5}, {14.5, 6.5}});
  path.moveTo(1.5, 13);
  path.cubicTo(3.5, 7.4, 12.5, 7.4, 14.5, 13);
  path.addPath(line({{5, 6.5}, {5, 9.8}}));
  path.addPath(line({{8, 6.5}, {8, 8.6}}));
  path.addPath(line({{11, 6.5}, {11, 9.8}}));
  return path;
}

QPainterPath eye() {
  QPainterPath path;
  path.moveTo(1.5, 8);
  path.cubicTo(4.5, 2.8, 11.5, 2.8, 14.5, 8);
  path.cubicTo(11.5, 13.2, 4.5, 13.2, 1.5, 8);
  path.addPath(ring({8, 8}, 2.2));
  return path;
}

QPainterPath sum() {
  return line({{12.5, 4.6}, {12.5, 2.5}, {3.5, 2.5}, {8.6, 8}, {3.5, 13.5}, {12.5, 13.5}, {12.5, 11.4}});
}

/// A prompt and its cursor.
QPainterPath prompt() {
  QPainterPath path = line({{2.5, 4}, {6.5, 8}, {2.5, 12}});
  path.addPath(line({{8.2, 12}, {13.5, 12}}));
  return path;
}

/// Two layers, every unit joined to every unit of the next.
QPainterPath network() {
  QPainterPath path;
  for (const double left : {4.0, 12.0})
    for (const double right : {4.0, 12.0})
      path.addPath(line({{4.9, left}, {11.1, right}}));
  for (const double y : {4.0, 12.0}) {
    path.addPath(ring({3.2, y}, 1.7));
    path.addPath(ring({12.8, y}, 1.7));
  }
  return path;
}

QPainterPath triangle() {
  QPainterPath path = line({{8, 2.2}, {14.4, 13.4}, {1.6, 13.4}, {8, 2.2}});
  path.closeSubpath();
  path.addPath(line({{8, 6.4}, {8, 9.6}}));
  path.addPath(line({{8, 11.5}, {8, 11.6}}));
  return path;
}

QPainterPath pencil() {
  QPainterPath path = line({{2.5, 13.5}, {3.4, 10}, {11, 2.4}, {13.6, 5}, {6, 12.6}, {2.5, 13.5}});
  path.closeSubpath();
  path.addPath(line({{9.2, 4.2}, {11.8, 6.8}}));
  return path;
}

QPainterPath onwards() {
  QPainterPath path = line({{1.8, 8}, {14, 8}});
  path.addPath(line({{9.4, 3.4}, {14, 8}, {9.4, 12.6}}));
  return path;
}

QPainterPath information() {
  QPainterPath path = ring({8, 8}, 6);
  path.addPath(line({{8, 7.4}, {8, 11.2}}));
  path.addPath(line({{8, 4.9}, {8, 5}}));
  return path;
}

QPainterPath lamp() {
  QPainterPath path;
  path.moveTo(6, 11);
  path.cubicTo(6, 9.4, 3.8, 8.6, 3.8, 5.9);
  path.cubicTo(3.8, 0.6, 12.2, 0.6, 12.2, 5.9);
  path.cubicTo(12.2, 8.6, 10, 9.4, 10, 11);
  path.closeSubpath();
  path.addPath(line({{6.6, 13.6}, {9.4, 13.6}}));
  return path;
}

QPainterPath exclamation() {
  QPainterPath path = ring({8, 8}, 6);
  path.addPath(line({{8, 4.6}, {8, 8.6}}));
  path.addPath(line({{8, 11}, {8, 11.1}}));
  return path;
}

void strokeSign(QPainter& painter, const QRectF& area, const QPainterPath& path, const QColor& color) {
  painter.save();
  painter.translate(area.topLeft());
  painter.scale(area.width() / side, area.height() / side);
  painter.setBrush(Qt::NoBrush);
  painter.strokePath(path, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.restore();
}

constexpr std::array componentRoles = {Role::Warning,  Role::Muted,    Role::Drag,
                                       Role::Response, Role::Positive, Role::DragSecond,
                                       Role::Negative, Role::Response, Role::Muted};

} // namespace

QColor componentColor(int component, const render::Theme& theme) {
  const bool known = component >= 0 && component < static_cast<int>(componentRoles.size());
  return known ? readableInk(theme.color(componentRoles.at(static_cast<std::size_t>(component))), theme.page,
                             theme)
               : theme.link;
}

void paintComponentIcon(QPainter& painter, const QRectF& area, int component, const QColor& color) {
  using Draw = QPainterPath (*)();
  constexpr std::array<Draw, 9> signs = {problem, bridge,   eye,    sum,    prompt,
                                         network, triangle, pencil, onwards};
  if (component >= 0 && component < static_cast<int>(signs.size()))
    strokeSign(painter, area, signs.at(static_cast<std::size_t>(component))(), color);
}

QColor statementColor(StatementKind kind, const render::Theme& theme) {
  const auto role = [&](Role wanted) { return readableInk(theme.color(wanted), theme.page, theme); };
  switch (kind) {
  case StatementKind::Theorem:
    return role(Role::Response);
  case StatementKind::Definition:
    return role(Role::DragSecond);
  case StatementKind::Example:
  case StatementKind::Tip:
    return role(Role::Positive);
  case StatementKind::Note:
    return role(Role::Muted);
  case StatementKind::Important:
    return role(Role::Drag);
  case StatementKind::Warning:
    return role(Role::Warning);
  }
  return theme.link;
}

void paintStatementIcon(QPainter& painter, const QRectF& area, StatementKind kind, const QColor& color) {
  strokeSign(painter, area,
             kind == StatementKind::Tip         ? lamp()
             : kind == StatementKind::Warning   ? triangle()
             : kind == StatementKind::Important ? exclamation()
                                                : information(),
             color);
}

void paintProgressMark(QPainter& painter, const QRectF& area, Progress progress, const render::Theme& theme) {
  const QColor color = progress == Progress::Solved ? theme.color(Role::Positive) : theme.textMuted;
  const QRectF disc = area.adjusted(1, 1, -1, -1);
  painter.setPen(QPen(color, 1.4));
  painter.setBrush(progress == Progress::Solved ? QBrush(color) : QBrush(Qt::NoBrush));
  painter.drawEllipse(disc);
  if (progress == Progress::Tried) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawChord(disc.adjusted(1.6, 1.6, -1.6, -1.6), -90 * 16, -180 * 16);
  } else if (progress == Progress::Solved) {
    QPainterPath tick;
    tick.moveTo(area.left() + 0.29 * area.width(), area.top() + 0.53 * area.height());
    tick.lineTo(area.left() + 0.44 * area.width(), area.top() + 0.68 * area.height());
    tick.lineTo(area.left() + 0.72 * area.width(), area.top() + 0.34 * area.height());
    painter.strokePath(tick, QPen(theme.page, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
}

} // namespace eigenboard::reader
