#pragma once

#include "views/controls/controls_panel.h"
#include "views/controls/readout_table.h"
#include "views/controls/run_table.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QScrollArea;

namespace eigenboard::stage {

class ChangeGlow;

/// The controls, the readouts and the kept runs of a panel, which scroll together where they are many: a
/// column beside the picture with the readouts below the controls, or a strip below it with the readouts
/// beside them.
class SideColumn : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// typesetter outlives the column.
  SideColumn(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setSession(panel::Session& session);
  void refresh(const QStringList& keys);
  /// Scrolls to the controls of these parameters and puts a ring round them, which fades, or is there for a
  /// while where nothing is to move.
  void reveal(const QStringList& keys, bool isMotionReduced);
  controls::ReadoutTable& readouts() { return *readouts_; }
  controls::RunTable& runs() { return *runs_; }
  /// So many pixels wide.
  void setBeside(int width);
  /// So many pixels high, and as wide as the picture; what is above and under the controls is taken in, and
  /// scrolls with them.
  void setBelow(int height, const QList<QWidget*>& above, const QList<QWidget*>& under);
  static constexpr int narrowest = 248; ///< pixels, of which the controls have what the scroll bar leaves
  static constexpr int widest = 300;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange();
  typesetting::Typesetter& typesetter_;
  bool isBelow_ = false;
  QScrollArea* area_;
  QWidget* room_;     ///< all that scrolls
  QBoxLayout* above_; ///< the controls
  QBoxLayout* under_; ///< controls and readouts
  QBoxLayout* parts_; ///< controls, a rule, readouts
  QWidget* rule_;
  controls::ControlsPanel* controls_ = nullptr;
  ChangeGlow* glow_ = nullptr; ///< over the controls, and gone with them
  controls::ReadoutTable* readouts_;
  controls::RunTable* runs_; ///< below all others
};

} // namespace eigenboard::stage
