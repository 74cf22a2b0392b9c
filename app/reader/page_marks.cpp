#include "app/reader/page_marks.h"

#include "app/reader/flow.h"
#include "app/reader/ink.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::reader {

namespace {

void paintMark(QPainter& painter, const QRectF& rect, PageMark::Kind kind, const render::Theme& theme) {
  const QColor highlight = theme.color(scene::Role::Highlight);
  const QColor strong = theme.color(scene::Role::Drag);
  switch (kind) {
  case PageMark::Kind::Note: {
    painter.fillRect(rect, translucent(highlight, 0.1));
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 1.5), translucent(highlight, 0.75));
    break;
  }
  case PageMark::Kind::Match:
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucent(highlight, 0.26));
    painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3);
    break;
  case PageMark::Kind::CurrentMatch:
    painter.setPen(QPen(strong, 1.5));
    painter.setBrush(translucent(strong, 0.3));
    painter.drawRoundedRect(rect.adjusted(-2, -0.5, 2, 0.5), 3, 3);
    break;
  }
}

} // namespace

void paintMarks(QPainter& painter, const PlacedText& text, const PageMarks& marks,
                const render::Theme& theme) {
  const auto found = marks.find(text.paragraph);
  if (found == marks.end())
    return;
  for (const PageMark& mark : *found)
    for (const QRectF& rect : text.paragraph->rects(mark.span))
      paintMark(painter, rect.translated(text.origin), mark.kind, theme);
}

qint64 noteAt(const PlacedText& text, const PageMarks& marks, QPointF point) {
  const auto found = marks.find(text.paragraph);
  if (found == marks.end())
    return 0;
  for (const PageMark& mark : *found) {
    if (mark.kind != PageMark::Kind::Note)
      continue;
    const std::vector<QRectF> rects = text.paragraph->rects(mark.span);
    if (std::any_of(rects.begin(), rects.end(),
                    [&](const QRectF& rect) { return rect.translated(text.origin).contains(point); }))
      return mark.note;
  }
  return 0;
}

} // namespace eigenboard::reader
