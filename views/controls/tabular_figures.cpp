#include "views/controls/tabular_figures.h"

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QFontMetricsF>
#include <QtGui/QGlyphRun>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

TabularFigures::TabularFigures(const QFont& font) : font_(font), raw_(QRawFont::fromFont(font)) {
  for (char16_t digit = u'0'; digit <= u'9'; ++digit)
    digitWidth_ = std::max(digitWidth_, QFontMetricsF(font_).horizontalAdvance(QChar(digit)));
}

double TabularFigures::advance(QChar character) const {
  if (character.isDigit() && character < QChar(0x80))
    return digitWidth_;
  auto known = advances_.find(character);
  if (known == advances_.end())
    known = advances_.insert(character, QFontMetricsF(font_).horizontalAdvance(character));
  return known.value();
}

double TabularFigures::width(const QString& text) const {
  double width = 0;
  for (const QChar character : text)
    width += advance(character);
  return width;
}

void TabularFigures::draw(QPainter& painter, const QRectF& box, const QString& text,
                          Qt::Alignment alignment) const {
  const QList<quint32> glyphs = raw_.glyphIndexesForString(text);
  const double textWidth = width(text);
  double x = box.left();
  if (alignment & Qt::AlignRight)
    x = box.right() - textWidth;
  else if (alignment & Qt::AlignHCenter)
    x = box.center().x() - textWidth / 2;
  const double capHeight = raw_.capHeight();
  const QPointF baseline(std::round(x), std::round(box.center().y() + capHeight / 2));
  const bool isComplete = glyphs.size() == text.size() && !glyphs.contains(0);
  if (!isComplete) { // a character of another font, or a pair of code units
    painter.setFont(font_);
    painter.drawText(baseline, text);
    return;
  }
  QList<QPointF> positions;
  positions.reserve(text.size());
  double offset = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar character = text[i];
    const double wide = advance(character);
    const bool isDigit = character.isDigit();
    const double own = isDigit ? raw_.advancesForGlyphIndexes({glyphs[i]}).constFirst().x() : wide;
    positions.append({offset + (wide - own) / 2, 0});
    offset += wide;
  }
  QGlyphRun run;
  run.setRawFont(raw_);
  run.setGlyphIndexes(glyphs);
  run.setPositions(positions);
  painter.drawGlyphRun(baseline, run);
}

} // namespace eigenboard::controls
