#pragma once

#include "views/controls/button.h"

class QLineEdit;
class QMenu;

namespace eigenboard::controls {

/// How fast a process plays, as "2×": a click offers the usual speeds, arrow keys step through them, and a
/// digit begins to type one.
class SpeedButton : public Button {
  Q_OBJECT

 public:
  explicit SpeedButton(const render::Theme& theme, QWidget* parent = nullptr);
  void setSpeed(double speed);
  bool isTyping() const { return editor_ != nullptr; }
  /// Takes what is being typed; nonsense leaves the speed as it is.
  void finishTyping();

 signals:
  void wanted(double speed);
  void refused(const QString& reason);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void offer();
  void step(int direction);
  void openEditor(const QString& text);
  void closeEditor();
  double speed_ = 1;
  QMenu* menu_;
  QLineEdit* editor_ = nullptr; ///< while a speed is being typed
};

} // namespace eigenboard::controls
