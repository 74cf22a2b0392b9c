#include "views/typesetting/formula_painter.h"

#include "views/typesetting/faces.h"

#include <QtGui/QFont>
#include <QtGui/QFontMetricsF>
#include <QtGui/QGlyphRun>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace eigenboard::typesetting {

namespace {

QColor inkOf(QRgb color, const QColor& ink) {
  return color == 0 ? ink : QColor::fromRgba(color);
}

// The source of a formula with an error, on one line of bearable length.
QString shownSource(const Formula& formula) {
  constexpr qsizetype longest = 120;
  const QString source = formula.tex.left(10 * longest).simplified();
  return source.size() <= longest ? source : source.left(longest) + QChar(u'…');
}

QFont sourceFont(double pixelsPerEm) {
  QFont font;
  font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("monospace")});
  font.setStyleHint(QFont::Monospace);
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(0.85 * pixelsPerEm))));
  return font;
}

// On a screen a thin rule lies on whole pixels, at least one thick: blurred over two rows, a fraction bar
// would be grey. Elsewhere, or under rotation, it stays as it is.
QRectF crisp(const QPainter& painter, const QRectF& rule) {
  const QTransform& transform = painter.deviceTransform();
  if (!painter.paintEngine() || painter.paintEngine()->type() != QPaintEngine::Raster ||
      transform.type() > QTransform::TxScale)
    return rule;
  const QRectF device = transform.mapRect(rule);
  const auto snap = [](double start, double length) {
    const double whole = std::max(1., std::round(length));
    return std::pair(std::round(start + (length - whole) / 2), whole);
  };
  QRectF snapped = device;
  if (device.height() <= device.width()) {
    const auto [top, height] = snap(device.top(), device.height());
    snapped.setRect(device.left(), top, device.width(), height);
  } else {
    const auto [left, width] = snap(device.left(), device.width());
    snapped.setRect(left, device.top(), width, device.height());
  }
  return transform.inverted().mapRect(snapped);
}

QPainterPath glyphPath(const Glyph& glyph, double pixelsPerEm) {
  const double size = static_cast<double>(glyph.size) * pixelsPerEm;
  const QTransform place(size, 0, 0, size, static_cast<double>(glyph.x) * pixelsPerEm,
                         static_cast<double>(glyph.y) * pixelsPerEm);
  return place.map(glyphOutline(glyph.face, glyph.character));
}

QRectF ruleRectangle(const Rule& rule, double pixelsPerEm) {
  return {static_cast<double>(rule.x) * pixelsPerEm, static_cast<double>(rule.y) * pixelsPerEm,
          static_cast<double>(rule.width) * pixelsPerEm, static_cast<double>(rule.height) * pixelsPerEm};
}

// One fill for all glyphs of a colour: they run the same way round, so overlaps do not cancel.
void paintGlyphOutlines(QPainter& painter, double pixelsPerEm, const Formula& formula, const QColor& ink) {
  std::map<QRgb, QPainterPath> byColor;
  for (const Glyph& glyph : formula.glyphs) {
    QPainterPath& path = byColor[glyph.color];
    path.setFillRule(Qt::WindingFill);
    path.addPath(glyphPath(glyph, pixelsPerEm));
  }
  for (const auto& [color, path] : byColor)
    painter.fillPath(path, inkOf(color, ink));
}

void paintGlyphRuns(QPainter& painter, double pixelsPerEm, const Formula& formula, const QColor& ink) {
  struct Run {
    QList<quint32> glyphs;
    QList<QPointF> positions;
  };
  std::map<std::tuple<QRgb, std::uint8_t, float>, Run> runs;
  for (const Glyph& glyph : formula.glyphs) {
    const QRawFont font = glyphRunFont(glyph.face, static_cast<double>(glyph.size) * pixelsPerEm);
    const QList<quint32> index = font.glyphIndexesForString(QString::fromUcs4(&glyph.character, 1));
    if (!font.isValid() || index.isEmpty() || index.front() == 0) {
      painter.fillPath(glyphPath(glyph, pixelsPerEm), inkOf(glyph.color, ink));
      continue;
    }
    Run& run = runs[{glyph.color, glyph.face, glyph.size}];
    run.glyphs.append(index.front());
    run.positions.append(QPointF(static_cast<double>(glyph.x), static_cast<double>(glyph.y)) * pixelsPerEm);
  }
  for (const auto& [key, run] : runs) {
    const auto [color, face, size] = key;
    QGlyphRun glyphRun;
    glyphRun.setRawFont(glyphRunFont(face, static_cast<double>(size) * pixelsPerEm));
    glyphRun.setGlyphIndexes(run.glyphs);
    glyphRun.setPositions(run.positions);
    painter.setPen(inkOf(color, ink));
    painter.drawGlyphRun({}, glyphRun);
  }
}

} // namespace

void paintFormula(QPainter& painter, QPointF origin, double pixelsPerEm, const Formula& formula,
                  const QColor& ink, const QColor& errorColor, GlyphsAs glyphs) {
  if (!(pixelsPerEm > 0) || !std::isfinite(pixelsPerEm) || !std::isfinite(origin.x()) ||
      !std::isfinite(origin.y()))
    return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(origin);
  if (!formula.error.isEmpty()) {
    painter.setFont(sourceFont(pixelsPerEm));
    painter.setPen(errorColor);
    painter.drawText(QPointF(), shownSource(formula));
    painter.restore();
    return;
  }
  // Rules first: among them is the ground of a \colorbox.
  for (const Rule& rule : formula.rules)
    painter.fillRect(crisp(painter, ruleRectangle(rule, pixelsPerEm)), inkOf(rule.color, ink));
  const QTransform scale = QTransform::fromScale(pixelsPerEm, pixelsPerEm);
  for (const Outline& outline : formula.outlines)
    painter.fillPath(scale.map(outline.path), inkOf(outline.color, ink));
  if (glyphs == GlyphsAs::Text)
    paintGlyphRuns(painter, pixelsPerEm, formula, ink);
  else
    paintGlyphOutlines(painter, pixelsPerEm, formula, ink);
  painter.restore();
}

QPainterPath formulaPath(const Formula& formula, double pixelsPerEm) {
  QPainterPath path;
  path.setFillRule(Qt::WindingFill);
  if (!formula.error.isEmpty()) {
    path.addText({}, sourceFont(pixelsPerEm), shownSource(formula));
    return path;
  }
  for (const Rule& rule : formula.rules)
    path.addRect(ruleRectangle(rule, pixelsPerEm));
  const QTransform scale = QTransform::fromScale(pixelsPerEm, pixelsPerEm);
  for (const Outline& outline : formula.outlines)
    path.addPath(scale.map(outline.path));
  for (const Glyph& glyph : formula.glyphs)
    path.addPath(glyphPath(glyph, pixelsPerEm));
  return path;
}

FormulaExtent formulaExtent(const Formula& formula, double pixelsPerEm) {
  if (formula.error.isEmpty())
    return {formula.width * pixelsPerEm, formula.height * pixelsPerEm, formula.depth * pixelsPerEm};
  const QFontMetricsF metrics(sourceFont(pixelsPerEm));
  return {metrics.horizontalAdvance(shownSource(formula)), metrics.ascent(), metrics.descent()};
}

} // namespace eigenboard::typesetting
