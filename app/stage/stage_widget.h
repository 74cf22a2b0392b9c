#pragma once

#include "views/controls/themed.h"
#include "views/panel/desk.h"

#include <QtWidgets/QWidget>

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::stage {

/// One panel on the stage: header, picture, formula, controls, readouts and all that a host gives. What it shows is
/// the session of the desk, never a copy.
class StageWidget : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// desk and typesetter outlive the widget.
  StageWidget(panel::Desk& desk, typesetting::Typesetter& typesetter, const render::Theme& theme,
              QWidget* parent = nullptr);
  ~StageWidget() override;

  /// Puts a panel on the stage. False, and a message in place, for an unknown one.
  bool showPanel(const QString& panelId);
  QString currentPanel() const;
  /// A brief frame of light: something here was changed by the text.
  void flash();
  /// One line in place, which goes by itself.
  void showMessage(const QString& message);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void themeChanged() override;

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::stage
