#pragma once

#include "views/controls/controls_panel.h"
#include "views/controls/readout_table.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QScrollArea;

namespace eigenboard::stage {

class ChangeGlow;

/// Beside the picture: the controls, which scroll where they are many, and the readouts below them. Where the
/// picture needs the whole width it lies below the picture, with the readouts beside the controls.
class SideColumn : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// typesetter outlives the column.
  SideColumn(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setSession(panel::Session& session);
  void refresh(const QStringList& keys);
  /// Scrolls to the controls of these parameters and puts a fading ring round them.
  void reveal(const QStringList& keys);
  controls::ReadoutTable& readouts() { return *readouts_; }
  /// Beside: so many pixels wide. Below: a strip as high as it needs to be, up to a limit.
  void setBeside(int width);
  void setBelow();
  static constexpr int narrowest = 240; ///< pixels, of which the controls have what the scroll bar leaves
  static constexpr int widest = 300;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void share();
  typesetting::Typesetter& typesetter_;
  bool isBelow_ = false;
  QBoxLayout* layout_;
  QScrollArea* controlsArea_;
  QScrollArea* readoutsArea_;
  controls::ControlsPanel* controls_ = nullptr;
  ChangeGlow* glow_ = nullptr; ///< over the controls, and gone with them
  controls::ReadoutTable* readouts_;
};

} // namespace eigenboard::stage
