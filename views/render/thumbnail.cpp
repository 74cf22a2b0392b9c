#include "views/render/thumbnail.h"

#include "views/render/chart/chart_painter.h"
#include "views/render/scene_painter.h"
#include "views/render/space/space_painter.h"
#include "views/render/ticks.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

namespace {

constexpr double lineScale = 0.55; ///< marks are made for a picture some six times as wide
constexpr double closer = 1.45;
constexpr double gridGap = 34;
constexpr int mostLines = 40;
constexpr int largestThumbnail = 2000;

void paintGrid(QPainter& painter, const PlaneFrame& frame, const Theme& theme) {
  const double step = std::max(tickStep(frame.range.right - frame.range.left, frame.area.width(), gridGap),
                               tickStep(frame.range.top - frame.range.bottom, frame.area.height(), gridGap));
  const auto lines = [&](double from, double to, bool upright) {
    const double first = std::ceil(from / step);
    if (!(step > 0) || (to - from) / step > mostLines)
      return;
    for (double i = first; i * step <= to; ++i) {
      painter.setPen(
          QPen(theme.color(i == 0 ? scene::Role::Reference : scene::Role::Grid), i == 0 ? 1.4 : 1));
      const QPointF at = frame.toPixel({i * step, i * step});
      if (upright)
        painter.drawLine(QPointF(at.x(), frame.area.top()), QPointF(at.x(), frame.area.bottom()));
      else
        painter.drawLine(QPointF(frame.area.left(), at.y()), QPointF(frame.area.right(), at.y()));
    }
  };
  lines(frame.range.left, frame.range.right, true);
  lines(frame.range.bottom, frame.range.top, false);
}

/// Paints the first view of a scene, whatever its kind, on a canvas of that size at scale 1.
struct SmallView {
  QPainter& painter;
  QSizeF canvas;
  const PaintKit& kit;

  void operator()(const scene::PlaneView& view) const {
    PlaneFrame frame;
    frame.area = QRectF(QPointF(0, 0), canvas);
    frame.range = fittedRange(view, frame.area.size());
    if (view.equalAspect) // arrows and figures stand round the middle; at this size their surroundings are
                          // nothing
      frame.range = zoomed(frame, frame.area.center(), closer);
    if (view.backgroundGrid)
      paintGrid(painter, frame, *kit.theme);
    paintMarks(painter, view, frame, kit);
  }
  void operator()(const scene::SpaceView& view) const {
    paintSpace(painter, view, view.camera, QRectF(QPointF(0, 0), canvas), kit);
  }
  void operator()(const scene::ChartView& view) const { paintBareChart(painter, view, canvas, *kit.theme); }
};

} // namespace

QImage thumbnail(const scene::Scene& scene, const Theme& theme, QSize size, double pixelRatio) {
  if (scene.views.empty() || size.isEmpty() || !(pixelRatio > 0) ||
      size.width() * pixelRatio > largestThumbnail || size.height() * pixelRatio > largestThumbnail)
    return {};
  QImage image((QSizeF(size) * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    return {};
  image.setDevicePixelRatio(pixelRatio);
  image.fill(theme.surface);
  PaintKit kit;
  kit.theme = &theme;
  kit.formulas = [](const QString&, int) { return typesetting::FormulaPointer(); };
  kit.halos = false;
  kit.handles = false;
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(lineScale, lineScale);
  std::visit(SmallView{painter, QSizeF(size) / lineScale, kit}, scene.views.front());
  return image;
}

} // namespace eigenboard::render
