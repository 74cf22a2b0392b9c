#pragma once

#include "views/render/export.h"
#include "views/render/formula_label.h"
#include "views/render/formula_source.h"

#include <QtCore/QPointF>
#include <QtGui/QFont>

#include <vector>

class QPainter;

namespace eigenboard::render {

/// What stands above and below the views of a figure: the heading above; the formula, the parameter line and
/// the caption below. Lines are broken to the width of the canvas and centred; where there are more words
/// than room they become smaller, so that the views keep most of the height.
class FigureWords {
 public:
  /// canvas: in px at scale 1. formulas: waits for what it typesets.
  FigureWords(const FigureOptions& options, QSizeF canvas, const FormulaSource& formulas);

  double above() const { return above_; } ///< height taken, in px at scale 1
  double below() const { return below_; }
  void paint(QPainter& painter, const Theme& theme, typesetting::GlyphsAs glyphs) const;

 private:
  struct TextLine {
    QString text;
    QFont font;
    QPointF origin; ///< left end of the baseline
    bool isCaption = false;
  };
  struct FormulaLine {
    typesetting::FormulaPointer formula;
    QPointF centre;
    double pixelsPerEm = 0;
  };
  struct TextSetting;
  double addText(const QString& text, const TextSetting& setting, double top);
  void addFormula(const typesetting::FormulaPointer& formula, double pixelsPerEm, double top, double height);
  double addParameters(const FigureOptions& options, const FormulaSource& formulas, double shrink,
                       double top);
  bool set(const FigureOptions& options, const FormulaSource& formulas, double shrink);

  QSizeF canvas_;
  double above_ = 0;
  double below_ = 0;
  std::vector<TextLine> texts_;
  std::vector<FormulaLine> formulas_;
};

} // namespace eigenboard::render
