#pragma once

#include "app/stage/stops.h"
#include "views/controls/themed.h"
#include "views/render/handle_motion.h"
#include "views/render/view_look.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;

namespace eigenboard::typesetting {
class Typesetter;
}
namespace eigenboard::controls {
class FormulaView;
class InvariantStrip;
class ReadoutTable;
} // namespace eigenboard::controls

namespace eigenboard::stage {

class LaserPointer;
class Picture;
class PictureHand;
class StageLights;

/// One panel as large as a screen, for a room: picture, title and live formula, and nothing else until it is
/// asked for. Live on the session: handles are dragged here as on the stage. Keys go from stop to stop, as a
/// presenter's remote control sends them; keyHelp() lists them.
class Presentation : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// session and typesetter outlive it.
  Presentation(panel::Session& session, typesetting::Typesetter& typesetter, const render::Theme& theme,
               QWidget* parent = nullptr);
  ~Presentation() override;

  /// What next and previous go to.
  void setStops(std::vector<Stop> stops);
  /// How its views are looked at until the speaker turns them.
  void setLooks(std::vector<render::ViewLook> looks);
  void setSnapping(render::Snapping snapping);
  /// Without the trail of the laser pointer.
  void setReducedMotion(bool isReduced);
  /// Keys and what they do, as a table in rich text.
  static QString keyHelp();

  Picture& picture() { return *picture_; }
  controls::FormulaView& formula() { return *formula_; }
  const LaserPointer& laser() const { return *laser_; }
  int stop() const { return stop_; } ///< −1: before the first
  bool isBlank() const { return blank_->isVisible(); }
  bool showsReadouts() const;
  /// The speaker's line; empty while it is not shown.
  QString speakerLine() const;

 signals:
  void ended();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void themeChanged() override;
  bool event(QEvent* event) override;
  /// Where the pointer is, whatever of the presentation is under it.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void goTo(int stop);
  void showEvaluation();
  void showPicture();
  void refreshLine();
  void togglePlay();
  void toggleHelp();
  void setLaser(bool isOn);
  void pointerMoved(QPointF global);
  void hideCursor();
  void showCursor();
  void fit();

  QPointer<panel::Session> session_;
  std::vector<Stop> stops_;
  std::vector<render::ViewLook> looks_;
  int stop_ = -1;
  QLabel* title_;
  QLabel* line_; ///< the speaker's
  QLabel* help_;
  Picture* picture_;
  PictureHand* hand_;
  StageLights* lights_;
  controls::FormulaView* formula_;
  controls::ReadoutTable* readouts_;
  controls::InvariantStrip* invariants_;
  QWidget* blank_;
  LaserPointer* laser_;
  QBoxLayout* column_;
  QTimer stillness_; ///< of the pointer, after which its cursor goes
  bool isLaserKept_ = false;
  bool isLaserHeld_ = false;
  bool isCursorHidden_ = false;
};

} // namespace eigenboard::stage
