#include "views/render/hover_painter.h"

#include "views/render/figure_type.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double padding = 8;
constexpr double besidePoint = 18;
constexpr double abovePoint = 28; // a handle's label may be there
constexpr double edge = 4;
constexpr double widestText = 300;

} // namespace

void paintHoverNote(QPainter& painter, const HoverNote& note, QPointF centre, const QRectF& canvas,
                    const Theme& theme) {
  const QFont nameFont = figureFont(12, QFont::Medium);
  const QFont valueFont = figureFont(12);
  const QFontMetricsF nameMetrics(nameFont);
  const QFontMetricsF valueMetrics(valueFont);
  const QString name = nameMetrics.elidedText(note.name, Qt::ElideRight, widestText);
  const double textWidth =
      std::max(nameMetrics.horizontalAdvance(name), valueMetrics.horizontalAdvance(note.values));
  const double lineHeight = std::ceil(nameMetrics.height());
  QRectF card(0, 0, std::ceil(textWidth) + 2 * padding, 2 * lineHeight + 2 * padding - 4);

  const bool isRight = note.pixel.x() >= centre.x();
  const bool isBelow = note.pixel.y() > centre.y();
  if (isRight && note.pixel.x() + besidePoint + card.width() < canvas.right() - edge)
    card.moveLeft(note.pixel.x() + besidePoint);
  else
    card.moveRight(std::max(note.pixel.x() - besidePoint, canvas.left() + edge + card.width()));
  if (isBelow || note.pixel.y() - abovePoint - card.height() < canvas.top() + edge)
    card.moveTop(note.pixel.y() + abovePoint);
  else
    card.moveBottom(note.pixel.y() - abovePoint);
  card.moveBottom(std::min(card.bottom(), canvas.bottom() - edge));
  card.moveRight(std::min(card.right(), canvas.right() - edge));
  card.moveLeft(std::max(card.left(), canvas.left() + edge));
  card.moveTop(std::max(card.top(), canvas.top() + edge));
  card.moveTopLeft(QPointF(std::round(card.left()) + 0.5, std::round(card.top()) + 0.5));

  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme.rule, 1));
  painter.setBrush(theme.chrome);
  painter.drawRoundedRect(card, 5, 5);
  const double left = card.left() + padding;
  const double firstBaseline = card.top() + padding - 2 + nameMetrics.ascent();
  painter.setFont(nameFont);
  painter.setPen(theme.text);
  painter.drawText(QPointF(left, firstBaseline), name);
  painter.setFont(valueFont);
  painter.setPen(theme.textMuted);
  painter.drawText(QPointF(left, firstBaseline + lineHeight), note.values);
  painter.restore();
}

} // namespace eigenboard::render
