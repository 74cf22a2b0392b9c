#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::window {

/// What stands beside a chapter that places no panel, until there is one.
class NoPanel : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit NoPanel(const render::Theme& theme, QWidget* parent = nullptr);

 signals:
  void searchWanted();

 protected:
  void themeChanged() override;

 private:
  QLabel* words_;
  controls::Button* search_;
};

} // namespace eigenboard::window
