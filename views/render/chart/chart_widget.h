#pragma once

#include "views/render/view_widget.h"
#include "views/scene/chart.h"

#include <memory>

namespace eigenboard::render {

/// One chart, live; the sister of PlaneWidget.
///
/// Mouse: dragging a bar that has a handle stretches it (Shift: to whole ticks, Alt: at a tenth of the
/// speed). Keys: Tab goes from bar to bar, and so do the arrows along the categories; the arrows along the
/// value axis stretch the focused bar (Shift: ten times as far, Alt: a tenth). A chart always shows the range
/// of its view. The accessible description names the focused bar and its value.
class ChartWidget : public ViewWidget {
  Q_OBJECT

 public:
  /// typesetter outlives the widget.
  ChartWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent = nullptr);
  ~ChartWidget() override;

  void setView(const scene::ChartView& view);
  const scene::ChartView& view() const;
  /// Of whatever kinds a scene may hold, this shows charts.
  void showView(const scene::View& view) override {
    if (const auto* chart = std::get_if<scene::ChartView>(&view))
      setView(*chart);
  }
  void setTheme(const Theme& theme) override;
  void setSnapping(Snapping snapping) override;
  void setScale(double scale) override;
  void setLights(IsLit isLit) override;
  void resetView() override {}

  /// Widget coordinates of a place on the axes, and of the end of a handle's bar (none without a bar).
  QPointF toPixel(double x, double value) const;
  std::optional<QPointF> gripPixel(int handle) const;

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
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render
