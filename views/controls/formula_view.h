#pragma once

#include "views/controls/themed.h"
#include "views/typesetting/typesetter.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// A display formula that follows the numbers: typeset in the background, the last one shown until the next
/// is there, made smaller where it is too wide. Its height only grows, so that nothing below it jumps.
class FormulaView : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// typesetter outlives the view.
  FormulaView(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setFormula(const QString& tex);
  /// For another panel: forgets the formula and the height.
  void clear();
  const QString& formula() const { return wanted_; }
  /// The formula on the screen: formula(), or the last that was ready.
  QString shownFormula() const { return shown_ ? shown_->tex : QString(); }
  QSize sizeHint() const override { return {300, height_}; }
  QSize minimumSizeHint() const override { return {100, height_}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void take(typesetting::FormulaPointer formula, int number);
  void copy() const;
  typesetting::Typesetter& typesetter_;
  QString channel_;
  QString wanted_;
  int asked_ = 0; ///< the number of the formula wanted last
  int taken_ = 0; ///< the number of the one on the screen
  typesetting::FormulaPointer shown_;
  int height_;
};

} // namespace eigenboard::controls
