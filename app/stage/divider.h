#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::stage {

/// A line between two parts, one above the other, that is moved by mouse and by the arrow keys (Shift:
/// farther); Home, End: as far as it goes; Enter and a double click: to where it stood before anybody moved
/// it.
class Divider : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  Divider(const render::Theme& theme, QWidget* parent);
  /// For screen readers, the part of the height below it.
  void setShare(double share);
  static constexpr int height = 9; ///< pixels

 signals:
  void moved(int pixels); ///< wanted, down
  void released();        ///< the hand has let it go, or a key has moved it
  void resetWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  int grip_ = 0; ///< where it was taken, in its own pixels
  bool isHeld_ = false;
};

} // namespace eigenboard::stage
