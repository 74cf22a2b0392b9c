#pragma once

#include "views/render/handle_motion.h"
#include "views/render/lights.h"
#include "views/render/theme.h"
#include "views/render/view_look.h"
#include "views/scene/scene.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

#include <memory>

class QTouchEvent;

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::render {

class GraphicsCard;

/// One view of a scene, live, whatever its kind: what a stage needs to know of it. A finger does what the
/// mouse does and reaches farther for a handle; two fingers shift the view and, as they part, come nearer; so
/// does a touchpad where the system tells of it.
class ViewWidget : public QWidget {
  Q_OBJECT

 public:
  explicit ViewWidget(QWidget* parent);

  /// Shows a view of the kind that the widget was made for; keeps what the reader did to it (range, camera)
  /// unless the view's own changed. A view of another kind changes nothing.
  virtual void showView(const scene::View& view) = 0;
  virtual void setTheme(const Theme& theme) = 0;
  virtual void setSnapping(Snapping snapping) = 0;
  /// Type, lines, handles and the distances at which a handle is grabbed are this many times as large as
  /// usual, and as many times again in a theme with larger type.
  virtual void setScale(double scale) = 0;
  /// What of the view stands in the light (lights.h). Asked again with every call, and whenever it is
  /// painted.
  virtual void setLights(IsLit isLit) = 0;
  /// Back to the range or camera that the view asks for.
  virtual void resetView() = 0;

  /// What the reader did to it; none: it shows what the view asks for.
  virtual std::optional<ViewLook> look() const { return std::nullopt; }

  /// What may draw surfaces; a view without any has no use for it. Null: the processor.
  virtual void setGraphicsCard(const std::shared_ptr<GraphicsCard>& /*card*/) {}

  QSize sizeHint() const override { return {560, 480}; }
  QSize minimumSizeHint() const override { return {200, 160}; }

 signals:
  /// From pressing a handle with the mouse to letting it go; one gesture is one undo step. Moves by key come
  /// as dragged() alone.
  void gestureBegan(const QString& handleName);
  void gestureEnded();
  void dragged(const eigenboard::scene::Assignments& assignments);
  /// What the reader did by a click or a key instead: one undo step of this name.
  void edited(const eigenboard::scene::Settings& settings, const QString& name);
  /// The handle or mark under the pointer, or the focused handle, is now another one; empty: none with names.
  void pointedAt(const eigenboard::render::MarkNames& names);

 protected:
  // Tab goes from handle to handle, then on.
  virtual int handleCount() const = 0;
  virtual int focusedHandle() const = 0;   ///< −1: none
  virtual void focusHandle(int index) = 0; ///< an index that is none: no handle
  virtual void notePointed() = 0;          ///< what is pointed at may be another thing than before
  // What a view does for two fingers, in pixels of the widget.
  virtual void shiftBy(QPointF pixels) = 0; ///< what was dragged without a handle goes with the hand
  virtual void zoomAt(QPointF pixel, double factor) = 0;
  /// How near to a handle a press takes it, at scale 1.
  double grabReach() const { return isTouched_ ? 28 : 14; }
  bool event(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

  bool isFocusVisible_ = false; ///< the focus came, or is used, by keyboard

 private:
  enum class Fingers { None, One, Two };
  bool takeTouch(QTouchEvent& event);
  void beginTouch(QPointF at, Qt::KeyboardModifiers modifiers);
  void endTouch(Qt::KeyboardModifiers modifiers);
  void asMouse(QEvent::Type type, QPointF at, Qt::KeyboardModifiers modifiers);

  bool isTouched_ = false;
  Fingers fingers_ = Fingers::None;
  QPointF touch_;     ///< of one finger, or the middle between two
  double spread_ = 0; ///< between two fingers; 0: only one is left of them
  QElapsedTimer sinceTap_;
  QPointF tap_;
};

/// A widget for views of the kind of this one. typesetter outlives it.
ViewWidget* makeViewWidget(const scene::View& view, typesetting::Typesetter& typesetter, const Theme& theme,
                           QWidget* parent);

} // namespace eigenboard::render
