#pragma once

#include "views/render/handle_motion.h"
#include "views/render/lights.h"
#include "views/render/theme.h"
#include "views/scene/scene.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::render {

/// One plane view of a scene, live: QCustomPlot for axes and ticks; our painter for the marks; handles that
/// move by mouse and, when the widget has the focus, by arrow keys (Tab goes from handle to handle).
///
/// Mouse: dragging a handle moves it (Shift: to whole ticks, Alt: at a tenth of the speed), dragging
/// elsewhere pans, the wheel zooms about the pointer, a double click shows the view's own range again. Keys:
/// arrows move the focused handle, or pan when none is focused (Shift: ten times as far, Alt: a tenth); + and
/// - zoom; Home and 0 reset the range. The accessible description names the focused handle and its
/// coordinates.
class PlaneWidget : public QWidget {
  Q_OBJECT

 public:
  /// typesetter outlives the widget.
  PlaneWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent = nullptr);
  ~PlaneWidget() override;

  /// Shows the view; keeps the reader's pan and zoom unless the view's own ranges or its key changed.
  void setView(const scene::PlaneView& view);
  const scene::PlaneView& view() const;
  void setTheme(const Theme& theme);
  void setSnapping(Snapping snapping);
  void resetRange();
  /// What of the view stands in the light (lights.h). Asked again with every call, and whenever it is
  /// painted.
  void setLights(IsLit isLit);

  /// Widget coordinates of a point of the view, and back.
  QPointF toPixel(QPointF point) const;
  QPointF toPoint(QPointF pixel) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// From pressing a handle with the mouse to letting it go; one gesture is one undo step. Moves by key come
  /// as dragged() alone.
  void gestureBegan(const QString& handleName);
  void gestureEnded();
  void dragged(const eigenboard::scene::Assignments& assignments);
  /// The handle or mark under the pointer, or the focused handle, is now another one; empty: none with names.
  void pointedAt(const eigenboard::render::MarkNames& names);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render
