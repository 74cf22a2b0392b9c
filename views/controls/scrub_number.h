#pragma once

#include "views/controls/control.h"
#include "views/controls/tabular_figures.h"

class QLineEdit;

namespace eigenboard::controls {

/// A number to drag sideways, step by arrow keys or the wheel, or type. Shift is ten times coarser, Alt ten
/// times finer. A click, Enter or a digit opens the number for typing; a double click puts it back to its
/// default.
class ScrubNumber : public Control {
  Q_OBJECT

 public:
  ScrubNumber(panel::Session& session, int parameter, const render::Theme& theme, QWidget* parent = nullptr);

  void refresh() override;
  QSize sizeHint() const override;
  /// Centred at first, as in a matrix.
  void setTextAlignment(Qt::Alignment alignment);
  bool isTyping() const { return editor_ != nullptr; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void openEditor(const QString& text);
  /// True: the key is dealt with.
  bool editorKey(int key);
  enum class OnError : std::uint8_t { KeepOpen, GiveUp };
  void commit(OnError onError);
  void closeEditor();
  void resetToDefault();

  TabularFigures figures_;
  Qt::Alignment alignment_ = Qt::AlignHCenter;
  QString shown_;
  QLineEdit* editor_ = nullptr; ///< while the number is being typed
  QPointF pressPosition_;
  QPointF lastPosition_;
  double scrubbed_ = 0; ///< the value without rounding, so that slow drags add up
  bool isPressed_ = false;
  double wheelRest_ = 0; ///< parts of a notch, from touch pads
};

} // namespace eigenboard::controls
