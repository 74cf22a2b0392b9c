#include "views/render/formula_label.h"

#include "views/render/halo.h"

#include <QtGui/QPainter>
#include <QtGui/QPen>

#include <cmath>

namespace eigenboard::render {
namespace {

/// What a hostile formula may ask for: a wider one is cut.
constexpr double largestLabel = 4000;

QString keyOf(const typesetting::Formula& formula, const LabelStyle& style, double devicePixelRatio) {
  // The surface colour decides the halo, so a change of theme never shows an old rim.
  return QStringLiteral("%1 %2 %3 %4 %5 ")
             .arg(style.ink.rgba(), 0, 16)
             .arg(style.surface.rgba(), 0, 16)
             .arg(style.halo)
             .arg(style.pixelsPerEm)
             .arg(devicePixelRatio) +
         formula.tex;
}

} // namespace

QSizeF labelSize(const typesetting::Formula& formula, double pixelsPerEm) {
  const auto extent = typesetting::formulaExtent(formula, pixelsPerEm);
  return {extent.width, extent.height + extent.depth};
}

void paintLabel(QPainter& painter, QPointF centre, const typesetting::Formula& formula,
                const LabelStyle& style, typesetting::GlyphsAs glyphs) {
  const auto extent = typesetting::formulaExtent(formula, style.pixelsPerEm);
  const QPointF origin(centre.x() - extent.width / 2, centre.y() + (extent.height - extent.depth) / 2);
  if (style.halo > 0 && formula.error.isEmpty()) {
    QPen rim(style.surface, 2 * style.halo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.strokePath(typesetting::formulaPath(formula, style.pixelsPerEm).translated(origin), rim);
  }
  typesetting::paintFormula(painter, origin, style.pixelsPerEm, formula, style.ink, style.error, glyphs);
}

const QImage& LabelImages::image(const typesetting::Formula& formula, const LabelStyle& style,
                                 double devicePixelRatio) {
  const QString key = keyOf(formula, style, devicePixelRatio);
  if (const QImage* known = images_.object(key))
    return *known;
  const QSizeF size = labelSize(formula, style.pixelsPerEm);
  const double width = std::min(size.width(), largestLabel) + 2 * margin;
  const double height = std::min(size.height(), largestLabel) + 2 * margin;
  auto* image =
      new QImage(static_cast<int>(std::ceil(width * devicePixelRatio)),
                 static_cast<int>(std::ceil(height * devicePixelRatio)), QImage::Format_ARGB32_Premultiplied);
  image->setDevicePixelRatio(devicePixelRatio);
  image->fill(Qt::transparent);
  QPainter painter(image);
  painter.setRenderHint(QPainter::Antialiasing);
  LabelStyle bare = style;
  bare.halo = 0;
  paintLabel(painter, QPointF(margin + size.width() / 2, margin + size.height() / 2), formula, bare,
             typesetting::GlyphsAs::Outlines);
  painter.end();
  if (style.halo > 0 && formula.error.isEmpty())
    *image = withHalo(*image, style.surface, style.halo * devicePixelRatio);
  images_.insert(key, image);
  return *image;
}

} // namespace eigenboard::render
