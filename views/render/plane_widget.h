#pragma once

#include "views/render/view_widget.h"

#include <memory>

namespace eigenboard::render {

/// One plane view of a scene, live: QCustomPlot for axes and ticks; our painter for the marks; handles that
/// move by mouse and, when the widget has the focus, by arrow keys (Tab goes from handle to handle).
///
/// Mouse: dragging a handle moves it (Shift: to whole ticks, Alt: at a tenth of the speed), dragging
/// elsewhere pans, the wheel zooms about the pointer, a double click shows the view's own range again (not
/// where a click edits). A click that does not move does what the handle or the view says (Handle::press,
/// click). Keys: arrows move the focused handle, or pan when none is focused (Shift: ten times as far, Alt: a
/// tenth); + and
/// - zoom; Home and 0 reset the range; Enter presses the focused handle, Delete removes it, Insert clicks.
/// The accessible description names the focused handle and its coordinates.
class PlaneWidget : public ViewWidget {
  Q_OBJECT

 public:
  /// typesetter outlives the widget.
  PlaneWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent = nullptr);
  ~PlaneWidget() override;

  /// Shows the view; keeps the reader's pan and zoom unless the view's own ranges or its key changed.
  void setView(const scene::PlaneView& view);
  const scene::PlaneView& view() const;
  void showView(const scene::View& view) override {
    if (const auto* plane = std::get_if<scene::PlaneView>(&view))
      setView(*plane);
  }
  void setTheme(const Theme& theme) override;
  void setSnapping(Snapping snapping) override;
  void setScale(double scale) override;
  void setLights(IsLit isLit) override;
  void resetView() override;
  std::optional<ViewLook> look() const override;

  /// Widget coordinates of a point of the view, and back.
  QPointF toPixel(QPointF point) const;
  QPointF toPoint(QPointF pixel) const;

 protected:
  int handleCount() const override;
  int focusedHandle() const override;
  void focusHandle(int index) override;
  void notePointed() override;
  void shiftBy(QPointF pixels) override;
  void zoomAt(QPointF pixel, double factor) override;
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

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render
