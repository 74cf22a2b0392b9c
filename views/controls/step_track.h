#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// Where a process stands between its start and as far as the track reaches; drag or press arrow keys to go
/// elsewhere. The reach grows with the process (20, 50, 100, 200, …), and never shrinks under the hand.
class StepTrack : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit StepTrack(const render::Theme& theme, QWidget* parent = nullptr);
  /// step: where it stands; recorded: how far it has been computed; most: how far it may go.
  void setSteps(int step, int recorded, int most);
  int reach() const { return reach_; }
  QSize sizeHint() const override { return {120, 28}; }

 signals:
  void wanted(int step);
  void wantedBy(int steps); ///< on from where the process stands, or back

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void follow(QPointF position);
  int step_ = 0;
  int recorded_ = 0;
  int most_ = 0;
  int reach_ = 0;
  bool isPressed_ = false;
};

} // namespace eigenboard::controls
