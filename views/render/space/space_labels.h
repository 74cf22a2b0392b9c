#pragma once

#include "views/render/scene_painter.h"

#include <QtCore/QRectF>

#include <vector>

namespace eigenboard::render::space {

/// The places that words and formulas of one picture have taken, so that none lies over another.
class LabelField {
 public:
  explicit LabelField(const QRectF& area) : area_(area) {}

  bool isFree(const QRectF& box) const;
  void take(const QRectF& box) { taken_.push_back(box); }
  /// What words keep clear of, though it is none.
  void avoid(const QRectF& box) { others_.push_back(box); }
  const std::vector<QRectF>& taken() const { return taken_; }
  const QRectF& area() const { return area_; }
  /// The free place nearest to a box, within so many pixels of it and inside the area; null: there is none.
  QRectF freePlaceNear(const QRectF& box, double reach) const;

 private:
  QRectF area_;
  std::vector<QRectF> taken_;
  std::vector<QRectF> others_;
};

QRectF centredBox(QPointF centre, QSizeF size);

/// Paints a formula with its box centred at a point: as a kept image on the screen, as shapes in files.
void putFormula(QPainter& painter, QPointF centre, const typesetting::Formula& formula,
                const LabelStyle& style, const PaintKit& kit);

} // namespace eigenboard::render::space
