#pragma once

#include "views/controls/themed.h"
#include "views/panel/spotlight.h"
#include "views/typesetting/symbol.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// A display formula that follows the numbers: typeset in the background, the last one shown until the next
/// is there, made smaller where it is too wide. Its menu copies what is shown. Its height only grows, so that
/// nothing below it jumps.
class FormulaView : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// typesetter outlives the view.
  FormulaView(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setFormula(const QString& tex);
  /// Of the panel whose formula this is: symbols that stand in its light have a tinted field, and the symbol
  /// under the pointer lights what carries it.
  void setSpotlight(panel::Spotlight* spotlight);
  /// Where symbols are lit, in the view's coordinates.
  std::vector<QRectF> litSymbols() const;
  /// Where a symbol stands, in the spelling of canonicalSymbol; null when it is not in the formula.
  QRectF rectOf(const QString& symbol) const;
  /// For another panel: forgets the formula and the height.
  void clear();
  void setScale(double scale); ///< type is this many times as large as usual
  const QString& formula() const { return wanted_; }
  /// The formula on the screen: formula(), or the last that was ready.
  QString shownFormula() const { return shown_ ? shown_->tex : QString(); }
  QSize sizeHint() const override { return {300, height_}; }
  QSize minimumSizeHint() const override { return {100, height_}; }

 protected:
  void themeChanged() override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void take(typesetting::FormulaPointer formula, int number);
  void copy() const;
  struct Place {
    QPointF origin; ///< of the baseline
    double em = 0;  ///< px; 0: there is nothing to show
  };
  double em() const; ///< px, where there is room
  int heightFor(int height) const { return static_cast<int>(scale_ * theme().type * height); }
  void fitHeight();
  Place place() const;
  QRectF toView(const QRectF& em) const;
  typesetting::Typesetter& typesetter_;
  QString channel_;
  QString wanted_;
  int asked_ = 0; ///< the number of the formula wanted last
  int taken_ = 0; ///< the number of the one on the screen
  typesetting::FormulaPointer shown_;
  double scale_ = 1;
  int height_;
  QPointer<panel::Spotlight> spotlight_;
  std::vector<typesetting::SymbolAt> symbols_;
};

} // namespace eigenboard::controls
