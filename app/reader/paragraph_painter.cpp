#include "app/reader/ink.h"
#include "app/reader/paragraph.h"

#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::reader {

namespace {

struct Underline {
  Qt::PenStyle pattern = Qt::SolidLine;
  double opacity = 0.35;
  double width = 1;
};

Underline underlineOf(const book::Link& link, const QString& problem) {
  if (!problem.isEmpty())
    return {Qt::DashLine, 0.8, 1};
  if (std::holds_alternative<book::TermLink>(link))
    return {Qt::DotLine, 0.7, 1};
  if (std::holds_alternative<book::SetLink>(link) || std::holds_alternative<book::PanelLink>(link))
    return {Qt::SolidLine, 0.55, 1.4};
  return {};
}

} // namespace

QColor linkColor(const book::Link& link, const QString& problem, const QColor& words,
                 const render::Theme& theme) {
  if (!problem.isEmpty())
    return theme.error;
  if (std::holds_alternative<book::TermLink>(link) || std::holds_alternative<book::CheckLink>(link))
    return words;
  if (std::holds_alternative<book::GoalLink>(link))
    return theme.dark ? theme.color(scene::Role::Drag).lighter(112)
                      : theme.color(scene::Role::Drag).darker(118);
  return theme.link;
}

void Paragraph::paintBehindText(QPainter& painter, QPointF origin, const QRectF& clip,
                                const render::Theme& theme, const ParagraphState& state) const {
  const double size = style_.font.pixelSize();
  if (state.selection.length > 0)
    for (const QRectF& rect : rects(state.selection))
      painter.fillRect(rect.translated(origin).toAlignedRect(), theme.selection);
  painter.setPen(Qt::NoPen);
  painter.setBrush(translucent(theme.text, theme.dark ? 0.1 : 0.065));
  for (const Span& span : content_.code) {
    for (const QRectF& rect : rects(span)) {
      if (!rect.intersects(clip))
        continue;
      const double baseline = baselineNear(rect);
      const QRectF area(rect.left() - 0.16 * size, baseline - 0.88 * size, rect.width() + 0.32 * size,
                        1.16 * size);
      painter.drawRoundedRect(area.translated(origin), 3, 3);
    }
  }
  for (std::size_t i = 0; i < content_.links.size(); ++i) {
    const LinkSpan& link = content_.links[i];
    const bool focused = static_cast<int>(i) == state.focusedLink;
    const bool hovered = static_cast<int>(i) == state.hoveredLink;
    const QColor color = linkColor(link.link, link.problem, theme.textMuted, theme);
    const Underline underline = underlineOf(link.link, link.problem);
    const bool isNote = std::holds_alternative<book::NoteLink>(link.link); // its height says what it is
    for (const QRectF& rect : rects(link.span)) {
      if (!rect.intersects(clip))
        continue;
      const double baseline = baselineNear(rect);
      if (focused || hovered) {
        const QRectF area(rect.left() - 2, baseline - 0.95 * size, rect.width() + 4, 1.28 * size);
        painter.setPen(focused ? QPen(color, 1.4) : QPen(Qt::NoPen));
        painter.setBrush(translucent(color, 0.1));
        painter.drawRoundedRect(area.translated(origin), 3, 3);
      }
      if (isNote || link.isOption)
        continue;
      painter.setPen(
          QPen(translucent(color, hovered ? 1 : underline.opacity), underline.width, underline.pattern));
      const double y = std::round(origin.y() + baseline + 0.16 * size) + 0.5;
      painter.drawLine(QPointF(origin.x() + rect.left(), y), QPointF(origin.x() + rect.right(), y));
    }
  }
}

void Paragraph::paint(QPainter& painter, QPointF origin, const QRectF& clip, const render::Theme& theme,
                      const ParagraphState& state) const {
  paintBehindText(painter, origin, clip, theme, state);
  painter.setPen(style_.color);
  layout_->draw(&painter, origin, {}, clip.translated(origin));
  for (std::size_t i = 0; i < content_.objects.size(); ++i) {
    const InlineObject& object = content_.objects[i];
    if (!box(object, object.origin).adjusted(-4, -4, 4, 4).intersects(clip))
      continue;
    const Attention attention{static_cast<int>(i) == state.focusedObject,
                              static_cast<int>(i) == state.hoveredObject};
    reader::paint(painter, object, origin + object.origin, style_, theme, attention);
  }
}

} // namespace eigenboard::reader
