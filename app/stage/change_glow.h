#pragma once

#include "views/controls/themed.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace eigenboard::stage {

/// Rings that fade, or stay for a while, round the controls whose values something in the text has changed.
/// Lies over its parent and takes no clicks.
class ChangeGlow : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  ChangeGlow(const render::Theme& theme, QWidget* parent);
  /// Rectangles in the parent's coordinates.
  void show(const QList<QRect>& around, bool isMotionReduced);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QList<QRect> around_;
  QTimer timer_;
  double strength_ = 0;
  bool isMotionReduced_ = false;
};

} // namespace eigenboard::stage
