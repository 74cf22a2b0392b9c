#pragma once

#include "views/render/view_widget.h"
#include "views/scene/space.h"

#include <memory>
#include <type_traits>

namespace eigenboard::render {

/// One view of space, live; the sister of PlaneWidget.
///
/// Mouse: dragging a handle moves it as its motion says (Shift: to whole ticks, Alt: at a tenth of the
/// speed), dragging elsewhere turns the box, the wheel zooms, a double click shows the view's own camera
/// again. Keys: arrows move the focused handle, or turn the box when none is focused (Shift: ten times as
/// far, Alt: a tenth); + and - zoom; Home and 0 reset the camera; 1 to 4 look from above, from the front,
/// from the side and isometrically; 5 turns perspective on or off. A menu in the corner offers the same. The
/// accessible description names the focused handle and its coordinates.
class SpaceWidget : public ViewWidget {
  Q_OBJECT

 public:
  /// typesetter outlives the widget.
  SpaceWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent = nullptr);
  ~SpaceWidget() override;

  /// Shows the view; keeps the reader's camera unless the view's own camera or its key changed.
  void setView(const scene::SpaceView& view);
  const scene::SpaceView& view() const;
  /// Of whatever kinds a scene may hold, this shows views of space.
  void showView(const scene::View& view) override {
    if (const auto* space = std::get_if<scene::SpaceView>(&view))
      setView(*space);
  }
  void setTheme(const Theme& theme) override;
  void setSnapping(Snapping snapping) override;
  void setScale(double scale) override;
  void setLights(IsLit isLit) override;
  void resetView() override;
  /// Taken up after the next picture, so that no one waits for it.
  void setGraphicsCard(const std::shared_ptr<GraphicsCard>& card) override;
  /// Numbers that cannot be used are replaced or brought within bounds.
  void setCamera(const scene::Camera& camera);
  const scene::Camera& camera() const;
  std::optional<ViewLook> look() const override;

  /// Widget coordinates of a point of the view.
  QPointF toPixel(const scene::Point3& point) const;

 signals:
  void cameraChanged(const eigenboard::scene::Camera& camera);

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
