#include "views/controls/tex_labels.h"

#include <QtGui/QPainter>

namespace eigenboard::controls {

TexLabels::TexLabels(typesetting::Typesetter& typesetter, double pixelsPerEm, QObject* parent)
    : QObject(parent), typesetter_(typesetter), pixelsPerEm_(pixelsPerEm) {}

const typesetting::Formula* TexLabels::formula(const QString& tex) {
  if (tex.isEmpty())
    return nullptr;
  if (const auto known = formulas_.constFind(tex); known != formulas_.constEnd())
    return known->get();
  if (const auto cached = typesetter_.cached(tex, typesetting::Style::Inline))
    return formulas_.insert(tex, cached)->get();
  if (!asked_.contains(tex)) {
    asked_.insert(tex);
    typesetter_.request(tex, typesetting::Style::Inline, this,
                        [this, tex](const typesetting::FormulaPointer& formula) {
                          formulas_.insert(tex, formula);
                          emit arrived();
                        });
  }
  return nullptr;
}

TexLabels::Extent TexLabels::extent(const QString& tex) {
  const typesetting::Formula* laidOut = formula(tex);
  if (!laidOut)
    return {};
  const typesetting::FormulaExtent extent = typesetting::formulaExtent(*laidOut, pixelsPerEm_);
  return {extent.width, extent.height, extent.depth};
}

void TexLabels::paint(QPainter& painter, QPointF baseline, const QString& tex, const QColor& ink,
                      const QColor& error) {
  const typesetting::Formula* laidOut = formula(tex);
  if (!laidOut)
    return;
  render::LabelStyle style;
  style.pixelsPerEm = pixelsPerEm_;
  style.ink = ink;
  style.error = error;
  style.halo = 0;
  const double ratio = painter.deviceTransform().m11(); // device pixels for each unit of the painter
  const double above = typesetting::formulaExtent(*laidOut, pixelsPerEm_).height;
  const QPointF corner = baseline - QPointF(render::LabelImages::margin, render::LabelImages::margin + above);
  painter.drawImage(corner, images_.image(*laidOut, style, ratio));
}

} // namespace eigenboard::controls
