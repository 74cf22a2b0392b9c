#pragma once

#include "views/controls/scrub_number.h"
#include "views/controls/symbol_label.h"

class QGridLayout;

namespace eigenboard::controls {

/// A track with a knob, linear or logarithmic. Arrow keys step (Shift coarse, Alt fine), Home and End go to
/// the ends, a click on the track takes the knob there, a double click resets.
class TrackSlider : public Control {
  Q_OBJECT

 public:
  TrackSlider(panel::Session& session, int parameter, const render::Theme& theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  double fractionOf(double value) const;
  double valueAt(double fraction) const;
  void follow(QPointF position);
};

/// A parameter's name, its number and its track: name and number above the track, or all in one line.
class SliderControl : public QWidget {
  Q_OBJECT

 public:
  SliderControl(panel::Session& session, int parameter, typesetting::Typesetter& typesetter,
                const render::Theme& theme, QWidget* parent = nullptr);
  /// nameWidth, numberWidth: pixels, so that several sliders stand in columns.
  void setInLine(int nameWidth, int numberWidth);
  void setInTwoLines();
  int nameWidth() const;   ///< pixels that the whole name needs
  int numberWidth() const; ///< pixels that any number of the parameter needs

 private:
  SymbolLabel* name_;
  ScrubNumber* number_;
  SymbolLabel* unit_ = nullptr; ///< null: the parameter has none
  TrackSlider* track_;
  QGridLayout* grid_;
};

} // namespace eigenboard::controls
