#pragma once

#include "views/render/formula_label.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

class QPainter;

namespace eigenboard::controls {

/// Short TeX in a widget: symbols of parameters and readouts, statements of invariants. Typeset in the
/// background; until then a label has no size and paints nothing.
class TexLabels : public QObject {
  Q_OBJECT

 public:
  /// typesetter outlives this.
  TexLabels(typesetting::Typesetter& typesetter, double pixelsPerEm, QObject* parent);

  struct Extent {
    double width = 0;
    double height = 0; ///< above the baseline
    double depth = 0;
  };
  Extent extent(const QString& tex);
  void paint(QPainter& painter, QPointF baseline, const QString& tex, const QColor& ink, const QColor& error);

 signals:
  void arrived();

 private:
  const typesetting::Formula* formula(const QString& tex);
  typesetting::Typesetter& typesetter_;
  double pixelsPerEm_;
  QHash<QString, typesetting::FormulaPointer> formulas_;
  QSet<QString> asked_;
  render::LabelImages images_;
};

} // namespace eigenboard::controls
