#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::panel {
class Desk;
}
namespace eigenboard::stage {
class StageWidget;
}
namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::window {

/// One panel in a window of its own: a stage on the same sessions as the window's, so that a drag here is
/// seen there. Ctrl+W closes it, F5 presents it; undo and export are the stage's own keys.
class PopOut : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// desk and typesetter outlive it.
  PopOut(panel::Desk& desk, typesetting::Typesetter& typesetter, const render::Theme& theme,
         const QString& panel);

  const QString& panel() const { return panel_; }
  stage::StageWidget& stage() { return *stage_; }

 signals:
  void closed();
  void placed(); ///< moved or of another size
  void presentWanted(const QString& panel);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void moveEvent(QMoveEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void themeChanged() override;

 private:
  QString panel_;
  stage::StageWidget* stage_;
};

} // namespace eigenboard::window
