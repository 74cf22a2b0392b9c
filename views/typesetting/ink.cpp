#include "views/typesetting/ink.h"

#include "views/typesetting/fallback_text.h"

#include <QtGui/QPainterPathStroker>

namespace eigenboard::typesetting {

namespace {

// The offset of the one shadow in KaTeX's tree, \pmb's "0.02em 0.01em".
constexpr QPointF shadowOffset(0.02, 0.01);

void appendGlyph(Formula& formula, const Box& box, char32_t character, QPointF at) {
  formula.glyphs.push_back({box.face.index, character, static_cast<float>(at.x()), static_cast<float>(at.y()),
                            static_cast<float>(box.em), box.color});
}

// What a browser draws for a bold or italic cut that the family does not have.
QPainterPath synthesized(const QPainterPath& glyph, const Face& face) {
  constexpr double skew = 0.25;
  constexpr double extraWeight = 1. / 32;
  QPainterPath path = glyph;
  if (face.synthesizeBold) {
    QPainterPathStroker stroker;
    stroker.setWidth(extraWeight);
    path = path.united(stroker.createStroke(glyph));
  }
  return face.synthesizeOblique ? QTransform(1, 0, -skew, 1, 0, 0).map(path) : path;
}

double signedArea(const QPainterPath& path) {
  double twice = 0;
  for (const QPolygonF& polygon : path.toSubpathPolygons())
    for (qsizetype i = 0; i < polygon.size(); ++i) {
      const QPointF a = polygon[i];
      const QPointF b = polygon[(i + 1) % polygon.size()];
      twice += a.x() * b.y() - a.y() * b.x();
    }
  return twice / 2;
}

void appendOutline(Formula& formula, const Box& box, QPainterPath path) {
  path.setFillRule(Qt::WindingFill); // KaTeX's pieces overlap; and Qt's toReversed() forgets the rule
  formula.outlines.push_back({path, box.color});
  if (box.shadowed)
    formula.outlines.push_back({path.translated(shadowOffset * box.em), box.color});
}

void addGlyphs(Formula& formula, const Box& symbol, const QString& text, double x, double y) {
  const bool synthesize = symbol.face.synthesizeBold || symbol.face.synthesizeOblique;
  for (const char32_t character : text.toUcs4()) {
    if (synthesize) {
      const QPainterPath glyph = synthesized(glyphOutline(symbol.face.index, character), symbol.face);
      appendOutline(formula, symbol, QTransform(symbol.em, 0, 0, symbol.em, x, y).map(glyph));
    } else {
      appendGlyph(formula, symbol, character, {x, y});
      if (symbol.shadowed)
        appendGlyph(formula, symbol, character, QPointF(x, y) + shadowOffset * symbol.em);
    }
    x += glyphAdvance(symbol.face.index, character) * symbol.em;
  }
}

} // namespace

void addText(Formula& formula, const Box& symbol, double x, double y) {
  if (!symbol.visible)
    return;
  for (const TextPiece& piece : splitText(symbol.text, symbol.face.index)) {
    if (piece.fallback) {
      const FallbackText fallback = fallbackText(piece.text, symbol.face);
      appendOutline(formula, symbol, QTransform(symbol.em, 0, 0, symbol.em, x, y).map(fallback.outline));
      x += fallback.advance * symbol.em;
    } else {
      addGlyphs(formula, symbol, piece.text, x, y);
      x += piece.advance * symbol.em;
    }
  }
}

void addRule(Formula& formula, const Box& box, const QRectF& rectangle, QRgb color) {
  if (box.visible && rectangle.width() > 0 && rectangle.height() > 0)
    formula.rules.push_back({static_cast<float>(rectangle.x()), static_cast<float>(rectangle.y()),
                             static_cast<float>(rectangle.width()), static_cast<float>(rectangle.height()),
                             color != 0 ? color : box.color});
}

void addOutline(Formula& formula, const Box& box, const QPainterPath& path) {
  if (!box.visible || path.isEmpty())
    return;
  // TrueType fills to the right of its contours; with y down that is a positive area.
  appendOutline(formula, box, signedArea(path) < 0 ? path.toReversed() : path);
}

} // namespace eigenboard::typesetting
