#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QPointF>

class QPainter;

namespace eigenboard::typesetting {

enum class GlyphsAs : std::uint8_t {
  Outlines, ///< filled paths: screen, images and SVG
  Text,     ///< glyph runs of the KaTeX fonts: PDF, where they stay small and are embedded once
};

/// Paints with the formula's baseline starting at origin. pixelsPerEm > 0, in the painter's units.
/// A formula with an error shows its TeX source in errorColor in a monospaced font, on one line, cut short
/// after 120 characters.
void paintFormula(QPainter& painter, QPointF origin, double pixelsPerEm, const Formula& formula,
                  const QColor& ink, const QColor& errorColor, GlyphsAs glyphs = GlyphsAs::Outlines);

/// The whole formula as one path (colours ignored), baseline origin at (0, 0), in units of pixelsPerEm.
QPainterPath formulaPath(const Formula& formula, double pixelsPerEm);

/// Width, height and depth in pixels at pixelsPerEm. A formula with an error measures its source text.
struct FormulaExtent {
  double width = 0;
  double height = 0;
  double depth = 0;
};
FormulaExtent formulaExtent(const Formula& formula, double pixelsPerEm);

} // namespace eigenboard::typesetting
