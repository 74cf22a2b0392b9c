#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QScrollArea;

namespace eigenboard::stage {

/// Lets the last lines of a scroll area fade into the ground while there is more below them, so that a row
/// cut in half reads as one to scroll to. Takes no clicks.
class MoreBelow : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// Lies over area, which owns it.
  MoreBelow(const render::Theme& theme, QScrollArea& area);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void place();
  QScrollArea& area_;
};

} // namespace eigenboard::stage
