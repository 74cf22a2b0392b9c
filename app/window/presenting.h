#pragma once

#include "app/stage/presentation.h"
#include "views/render/space/graphics_card.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QScreen;
class QUndoStack;

namespace eigenboard::window {

/// Puts a panel on a whole screen, the other one where there are two, and everything back as it was when that
/// ends.
class Presenting : public QObject {
  Q_OBJECT

 public:
  /// What presentations are made with; all outlive this.
  Presenting(QUndoStack& undoStack, typesetting::Typesetter& typesetter, QObject* parent);
  ~Presenting() override;

  /// looks: how the views are looked at. from: the window that has the keyboard again afterwards. With more
  /// than two screens a menu asks for one. What is presented already ends first.
  void start(panel::Session& session, std::vector<stage::Stop> stops, std::vector<render::ViewLook> looks,
             const render::Theme& theme, QWidget& from);
  void setSnapping(render::Snapping snapping);
  void setReducedMotion(bool isReduced);
  void setSpaceDrawing(render::SpaceDrawing drawing);
  /// Null when nothing is presented.
  stage::Presentation* presentation() const { return presentation_; }

 signals:
  void ended();

 private:
  void show(QScreen& screen);
  void addUndo();
  void end();

  QUndoStack& undoStack_;
  typesetting::Typesetter& typesetter_;
  QPointer<stage::Presentation> presentation_;
  QPointer<QWidget> from_;
  QPointer<QWidget> focused_; ///< had the keyboard
  render::Snapping snapping_ = render::Snapping::Off;
  bool isReduced_ = false;
  render::SpaceDrawing spaceDrawing_ = render::SpaceDrawing::Automatic;
};

} // namespace eigenboard::window
