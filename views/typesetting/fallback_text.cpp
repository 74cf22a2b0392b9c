#include "views/typesetting/fallback_text.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtGui/QFont>
#include <QtGui/QGlyphRun>
#include <QtGui/QTextLayout>

namespace eigenboard::typesetting {

namespace {

bool drawsNothing(char32_t character) {
  return character == 0x200B || character == 0x2060 || character == 0xFEFF;
}

// A base letter and its marks stay together, or the mark would be set by another font beside the letter.
std::vector<QString> graphemes(const QString& text) {
  std::vector<QString> result;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  qsizetype start = 0;
  while (finder.toNextBoundary() > 0) {
    result.push_back(text.sliced(start, finder.position() - start));
    start = finder.position();
  }
  return result;
}

TextPiece makePiece(const QString& grapheme, std::uint8_t face) {
  TextPiece piece{grapheme, false, 0};
  for (const char32_t character : grapheme.toUcs4()) {
    piece.fallback = piece.fallback || !hasGlyph(face, character);
    piece.advance += glyphAdvance(face, character);
  }
  return piece;
}

} // namespace

std::vector<TextPiece> splitText(const QString& text, std::uint8_t face) {
  if (text.size() == 1 && hasGlyph(face, text.front().unicode())) // nearly every symbol
    return {{text, false, glyphAdvance(face, text.front().unicode())}};
  std::vector<TextPiece> pieces;
  for (const QString& grapheme : graphemes(text)) {
    if (grapheme.size() == 1 && drawsNothing(grapheme.front().unicode()))
      continue;
    const TextPiece piece = makePiece(grapheme, face);
    if (pieces.empty() || pieces.back().fallback != piece.fallback) {
      pieces.push_back(piece);
    } else {
      pieces.back().text += piece.text;
      pieces.back().advance += piece.advance;
    }
  }
  return pieces;
}

FallbackText fallbackText(const QString& text, const Face& face) {
  constexpr double pixelsPerEm = 100;
  QFont font;
  font.setFamilies({QStringLiteral("Charis SIL"), QStringLiteral("serif")});
  font.setPixelSize(static_cast<int>(pixelsPerEm));
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setItalic(isItalicFace(face));
  font.setBold(isBoldFace(face));

  QTextLayout layout(text, font);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  if (line.isValid())
    line.setNumColumns(static_cast<int>(text.size()));
  layout.endLayout();
  if (!line.isValid())
    return {};

  FallbackText result;
  result.advance = line.naturalTextWidth() / pixelsPerEm;
  QPainterPath outline;
  outline.setFillRule(Qt::WindingFill);
  for (const QGlyphRun& run : layout.glyphRuns()) {
    const QRawFont runFont = run.rawFont();
    const QList<quint32> glyphs = run.glyphIndexes();
    const QList<QPointF> positions = run.positions();
    for (qsizetype i = 0; i < glyphs.size(); ++i)
      outline.addPath(runFont.pathForGlyph(glyphs[i]).translated(positions[i] - QPointF(0, line.ascent())));
  }
  result.outline = QTransform::fromScale(1 / pixelsPerEm, 1 / pixelsPerEm).map(outline);
  return result;
}

} // namespace eigenboard::typesetting
