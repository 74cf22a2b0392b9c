#pragma once

#include "views/render/theme.h"
#include "views/typesetting/formula_painter.h"

#include <QtCore/QCache>
#include <QtCore/QString>
#include <QtGui/QImage>

class QPainter;

namespace eigenboard::render {

/// How formulas in a picture are drawn. halo: width in pixels of the rim in the surface colour that keeps a
/// label readable over lines; 0: none.
struct LabelStyle {
  double pixelsPerEm = 18;
  QColor ink;
  QColor error;
  QColor surface;
  double halo = 3;
};

/// Label images kept from frame to frame, because outlining a formula costs fifty times what copying it does.
class LabelImages {
 public:
  /// The image, at that many device pixels per pixel, with the label's box at margin pixels from each edge.
  const QImage& image(const typesetting::Formula& formula, const LabelStyle& style, double devicePixelRatio);
  static constexpr double margin = 4;

 private:
  QCache<QString, QImage> images_{256};
};

QSizeF labelSize(const typesetting::Formula& formula, double pixelsPerEm);

/// Paints the formula with its box centred at a point, as shapes, not pixels.
void paintLabel(QPainter& painter, QPointF centre, const typesetting::Formula& formula,
                const LabelStyle& style, typesetting::GlyphsAs glyphs);

} // namespace eigenboard::render
