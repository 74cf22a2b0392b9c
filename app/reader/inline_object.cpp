#include "app/reader/inline_object.h"

#include "app/reader/ink.h"
#include "app/reader/wide_formula.h"
#include "views/controls/appearance.h"
#include "views/typesetting/formula_painter.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

double padding(const TextStyle& style) {
  return 0.3 * style.font.pixelSize();
}

void measureFormula(InlineObject& object, const TextStyle& style, double available) {
  if (!object.formula) {
    object.scale = 1;
    // Until the formula is there its place is held by a guess: commands count as one sign.
    const double signs = std::min<double>(60, static_cast<double>(object.tex.size()));
    object.width = std::min(available, 0.32 * style.formulaEm * signs + 4);
    object.above = object.display ? 1.1 * style.formulaEm : 0.7 * style.formulaEm;
    object.below = object.display ? 0.7 * style.formulaEm : 0.2 * style.formulaEm;
    return;
  }
  fitFormula(object, style, available);
}

void paintFormula(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                  const render::Theme& theme, Attention attention) {
  if (isScrollable(object) || !object.rows.empty())
    return paintFittedFormula(painter, object, origin, style, theme, attention);
  if (object.formula) {
    // In a PDF glyphs of embedded fonts are a tenth of the size of their outlines.
    const bool isPdf = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Pdf;
    typesetting::paintFormula(painter, origin, style.formulaEm * object.scale, *object.formula, style.color,
                              theme.error,
                              isPdf ? typesetting::GlyphsAs::Text : typesetting::GlyphsAs::Outlines);
    return;
  }
  painter.setFont(style.codeFont);
  painter.setPen(translucent(theme.textMuted, 0.6));
  const QString shown =
      painter.fontMetrics().elidedText(object.tex, Qt::ElideRight, static_cast<int>(object.width));
  painter.drawText(origin, shown);
}

/// A rounded field behind a live number, a little taller than its figures.
QRectF field(const InlineObject& object, QPointF origin, const TextStyle& style) {
  const double size = style.font.pixelSize();
  return {origin.x(), std::round(origin.y() - 0.92 * size), object.width, std::round(1.2 * size)};
}

void paintNumber(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                 const render::Theme& theme, Attention attention) {
  const bool draggable = object.kind == ObjectKind::Scrub;
  const QColor color = draggable ? theme.color(scene::Role::Drag) : theme.color(scene::Role::Response);
  const QRectF area = field(object, origin, style);
  const double radius = 0.22 * style.font.pixelSize();
  painter.setPen(attention.focused ? QPen(color, 1.6) : QPen(Qt::NoPen));
  painter.setBrush(translucent(color, attention.hovered || attention.focused ? 0.2
                                      : theme.dark                           ? 0.16
                                                                             : 0.1));
  painter.drawRoundedRect(area, radius, radius);

  QFont font = style.font;
  const double width = QFontMetricsF(font).horizontalAdvance(object.text);
  const double room = object.width - padding(style);
  if (width > room) // a number longer than any that was foreseen gets smaller, so that the line stands still
    font.setPixelSize(std::max(6, static_cast<int>(font.pixelSize() * room / width)));
  painter.setFont(font);
  painter.setPen(theme.dark ? color.lighter(115) : color.darker(125));
  const double shown = std::min(width, QFontMetricsF(font).horizontalAdvance(object.text));
  const double x = area.center().x() - shown / 2;
  painter.drawText(QPointF(x, origin.y()), object.text);
  if (draggable) {
    painter.setPen(QPen(color, 1.3, Qt::DotLine));
    const double y = std::round(origin.y() + 0.17 * style.font.pixelSize()) + 0.5;
    painter.drawLine(QPointF(area.left() + padding(style), y), QPointF(area.right() - padding(style), y));
  }
}

void drawTick(QPainter& painter, const QRectF& area, const QColor& color) {
  QPainterPath tick;
  tick.moveTo(area.left() + 0.22 * area.width(), area.top() + 0.53 * area.height());
  tick.lineTo(area.left() + 0.43 * area.width(), area.top() + 0.73 * area.height());
  tick.lineTo(area.left() + 0.79 * area.width(), area.top() + 0.29 * area.height());
  painter.strokePath(
      tick, QPen(color, std::max(1.4, 0.13 * area.width()), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void drawCross(QPainter& painter, const QRectF& area, const QColor& color) {
  const double inset = 0.3 * area.width();
  const QRectF cross = area.adjusted(inset, inset, -inset, -inset);
  painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(cross.topLeft(), cross.bottomRight());
  painter.drawLine(cross.topRight(), cross.bottomLeft());
}

void paintTick(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
               const render::Theme& theme) {
  const double side = 0.82 * style.font.pixelSize();
  const QRectF area(origin.x() + 0.5, std::round(origin.y() - 0.76 * style.font.pixelSize()) + 0.5, side,
                    side);
  const bool done = object.mark == Mark::Right;
  const QColor color = theme.color(done ? scene::Role::Positive : scene::Role::Drag);
  painter.setPen(QPen(color, 1.3));
  painter.setBrush(done ? QBrush(color) : QBrush(translucent(color, 0.08)));
  painter.drawRoundedRect(area, 0.24 * side, 0.24 * side);
  if (done)
    drawTick(painter, area, theme.page);
}

/// What is pressed to have code judged looks like a button, not like a field to type into.
bool isButton(const InlineObject& object) {
  const auto* check = std::get_if<book::CheckLink>(&object.link);
  return check && check->kind == book::CheckLink::Kind::Code;
}

void paintAnswer(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                 const render::Theme& theme, Attention attention) {
  const QColor state = object.mark == Mark::Right  ? theme.color(scene::Role::Positive)
                       : object.mark == Mark::None ? theme.textMuted
                                                   : theme.color(scene::Role::Warning);
  const QColor border = attention.focused ? theme.link : object.mark == Mark::None ? theme.rule : state;
  const QRectF area = field(object, origin, style).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(attention.hovered && object.mark == Mark::None ? theme.textMuted : border,
                      attention.focused ? 1.6 : 1.1));
  painter.setBrush(theme.surface);
  if (isButton(object)) {
    painter.setPen(QPen(object.mark == Mark::None ? theme.link : border, attention.focused ? 1.6 : 1.1));
    painter.setBrush(translucent(theme.link, attention.hovered || attention.focused ? 0.2 : 0.1));
  }
  painter.drawRoundedRect(area, 4, 4);

  const double side = 0.8 * area.height();
  QFont font = style.font;
  font.setPixelSize(std::max(6, static_cast<int>(0.92 * font.pixelSize())));
  painter.setFont(font);
  const QRectF words = area.adjusted(padding(style), 0, -side - 2, 0);
  if (isButton(object)) {
    painter.setFont(
        controls::interfaceFont(std::max(6, static_cast<int>(0.86 * font.pixelSize())), QFont::Medium));
    painter.setPen(theme.link);
    const bool isBare = object.mark == Mark::None;
    const int alignment = isBare ? Qt::AlignHCenter : Qt::AlignLeft;
    painter.drawText(isBare ? area : words, alignment | Qt::AlignVCenter, object.text);
  } else {
    painter.setPen(object.mark == Mark::None ? theme.textMuted : theme.text);
    painter.drawText(QPointF(words.left(), origin.y()),
                     QFontMetricsF(font).elidedText(object.text, Qt::ElideRight, words.width()));
  }
  painter.setFont(font);
  const QRectF sign(area.right() - side - 2, area.top() + (area.height() - side) / 2, side, side);
  if (object.mark == Mark::Right) {
    drawTick(painter, sign, state);
  } else if (object.mark == Mark::Wrong) {
    drawCross(painter, sign, state);
  } else if (object.mark == Mark::Unreadable) {
    painter.setPen(state);
    painter.drawText(sign, Qt::AlignCenter, QStringLiteral("?"));
  }
}

/// A circle to choose: filled with a sign in it once it is chosen.
void paintChoice(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                 const render::Theme& theme) {
  const double side = 0.82 * style.font.pixelSize();
  const QRectF area(origin.x() + 0.5, std::round(origin.y() - 0.76 * style.font.pixelSize()) + 0.5, side,
                    side);
  const QColor color = object.mark == Mark::Right   ? theme.color(scene::Role::Positive)
                       : object.mark == Mark::Wrong ? theme.color(scene::Role::Warning)
                                                    : theme.textMuted;
  painter.setPen(QPen(color, 1.3));
  painter.setBrush(object.mark == Mark::Right ? color : theme.surface);
  painter.drawEllipse(area);
  if (object.mark == Mark::Right)
    drawTick(painter, area, theme.page);
  else if (object.mark == Mark::Wrong)
    drawCross(painter, area, color);
}

bool needsRoom(const InlineObject& object) {
  const auto* check = std::get_if<book::CheckLink>(&object.link);
  return check && check->kind != book::CheckLink::Kind::Number;
}

} // namespace

void measure(InlineObject& object, const TextStyle& style, double available) {
  const double size = style.font.pixelSize();
  object.above = 0.95 * size;
  object.below = 0.32 * size;
  const QFontMetricsF metrics(style.font);
  switch (object.kind) {
  case ObjectKind::Formula:
    measureFormula(object, style, available);
    break;
  case ObjectKind::Scrub:
  case ObjectKind::Value:
    object.width =
        std::ceil(std::max(metrics.horizontalAdvance(object.widest), metrics.horizontalAdvance(object.text)) +
                  2 * padding(style));
    break;
  case ObjectKind::Tick:
    object.width = std::ceil(1.16 * size);
    break;
  case ObjectKind::Choice:
    object.width = std::ceil(1.26 * size);
    break;
  case ObjectKind::Answer:
    object.width = std::ceil(metrics.horizontalAdvance(QString(needsRoom(object) ? 20 : 8, u'0')) +
                             2 * padding(style) + size);
    break;
  }
  object.width = std::min(object.width, std::max(available, 8.));
}

void paint(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
           const render::Theme& theme, Attention attention) {
  switch (object.kind) {
  case ObjectKind::Formula:
    paintFormula(painter, object, origin, style, theme, attention);
    break;
  case ObjectKind::Scrub:
  case ObjectKind::Value:
    paintNumber(painter, object, origin, style, theme, attention);
    break;
  case ObjectKind::Tick:
    paintTick(painter, object, origin, style, theme);
    break;
  case ObjectKind::Answer:
    paintAnswer(painter, object, origin, style, theme, attention);
    break;
  case ObjectKind::Choice:
    paintChoice(painter, object, origin, style, theme);
    break;
  }
}

QRectF box(const InlineObject& object, QPointF origin) {
  return {origin.x(), origin.y() - object.above, object.width, object.above + object.below};
}

QString copied(const InlineObject& object, FormulasAs formulas) {
  switch (object.kind) {
  case ObjectKind::Formula:
    if (formulas == FormulasAs::Words && object.formula && !object.formula->spoken.isEmpty())
      return object.formula->spoken;
    return object.display ? QStringLiteral("$$\n%1\n$$").arg(object.tex)
                          : QStringLiteral("$%1$").arg(object.tex);
  case ObjectKind::Tick:
    return {};
  case ObjectKind::Scrub:
  case ObjectKind::Value:
  case ObjectKind::Answer:
    return object.text;
  case ObjectKind::Choice:
    return object.mark == Mark::None ? QStringLiteral("○ ") : QStringLiteral("● ");
  }
  return {};
}

} // namespace eigenboard::reader
