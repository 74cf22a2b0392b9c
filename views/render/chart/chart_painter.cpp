#include "views/render/chart/chart_painter.h"

#include "views/render/chart/chart_words.h"
#include "views/render/chart/earlier_bars.h"
#include "views/render/clipping.h"

#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

namespace {

using namespace chart;

constexpr double outlierRadius = 3;
constexpr double gripThickness = 8;
constexpr double longestGrip = 30;
constexpr double shortestGrip = 14;

/// A whole number of device pixels in an image, so that thin lines are alike.
double hairline(const QPainter& painter) {
  const double scale = painter.deviceTransform().m11();
  const bool isImage = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
  return isImage && scale > 0 ? std::max(1.0, std::floor(scale + 0.5)) / scale : 1;
}

QLineF alongValue(const ChartFrame& frame, double share) {
  return {frame.atShares(0, share), frame.atShares(1, share)};
}

void paintChartGrid(QPainter& painter, const ChartFrame& frame, const std::vector<ValueTick>& values,
                    const std::vector<ValueTick>& across, const Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(theme.color(scene::Role::Grid), hairline(painter), Qt::SolidLine, Qt::FlatCap));
  for (const ValueTick& tick : values)
    painter.drawLine(alongValue(frame, frame.share(tick.value)));
  for (const ValueTick& tick : across)
    painter.drawLine(QLineF(frame.atShares(frame.shareAcross(tick.value), 0),
                            frame.atShares(frame.shareAcross(tick.value), 1)));
  painter.restore();
}

/// What the bars stand on, over their feet.
void paintBaseLine(QPainter& painter, const ChartFrame& frame, const Theme& theme) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(theme.color(scene::Role::Muted), hairline(painter), Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(alongValue(frame, frame.share(frame.base())));
  painter.restore();
}

void paintLevels(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                 const Theme& theme) {
  for (const scene::Level& level : view.levels) {
    const double share = frame.share(level.value);
    if (!(share >= 0 && share <= 1))
      continue;
    QColor color = theme.color(level.stroke.role);
    color.setAlphaF(static_cast<float>(std::clamp(level.stroke.opacity, 0.0, 1.0)));
    QPen pen(color, std::clamp(level.stroke.width, 0.5, 12.0), Qt::SolidLine, Qt::FlatCap);
    if (level.stroke.dash == scene::Dash::Dashed)
      pen.setDashPattern({4, 3});
    else if (level.stroke.dash == scene::Dash::Dotted)
      pen.setDashPattern({1, 2});
    painter.setPen(pen);
    painter.drawLine(alongValue(frame, share));
  }
}

void paintOutliers(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                   const Theme& theme) {
  if (frame.isSideways() || !view.bars.empty())
    return;
  for (std::size_t i = 0; i < view.boxes.size() && i < static_cast<std::size_t>(frame.categories()); ++i) {
    painter.setPen(QPen(theme.color(view.boxes[i].role), 1.5));
    painter.setBrush(theme.surface);
    for (const double outlier : view.boxes[i].outliers)
      if (const QPointF at = frame.toPixel(static_cast<double>(i), outlier);
          isDrawable(at) && frame.area().contains(at))
        painter.drawEllipse(at, outlierRadius, outlierRadius);
  }
}

QRectF gripBox(QPointF centre, double length, double thickness, bool isSideways) {
  const QSizeF size = isSideways ? QSizeF(thickness, length) : QSizeF(length, thickness);
  return {centre - QPointF(size.width(), size.height()) / 2, size};
}

void paintGrip(QPainter& painter, QPointF end, double room, bool isSideways, const QColor& color,
               const Theme& theme, bool isActive) {
  const double length = std::clamp(0.62 * room, shortestGrip, longestGrip) + (isActive ? 4 : 0);
  const double thickness = gripThickness + (isActive ? 2 : 0);
  const double halo = isActive ? 7 : 4;
  QColor faint = color;
  faint.setAlphaF(isActive ? 0.34F : 0.2F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(faint);
  const QRectF around = gripBox(end, length + 2 * halo, thickness + 2 * halo, isSideways);
  const double roundness = (thickness + 2 * halo) / 2;
  painter.drawRoundedRect(around, roundness, roundness);
  painter.setPen(QPen(theme.surface, 1.5));
  painter.setBrush(color);
  painter.drawRoundedRect(gripBox(end, length, thickness, isSideways), thickness / 2, thickness / 2);
  // Two fine lines across the way it moves, as on the ridged grip of a drawer.
  painter.setPen(QPen(theme.surface, 1, Qt::SolidLine, Qt::FlatCap));
  for (const double side : {-1.25, 1.25}) {
    const QPointF half = isSideways ? QPointF(0, 0.22 * length) : QPointF(0.22 * length, 0);
    const QPointF shift = isSideways ? QPointF(side, 0) : QPointF(0, side);
    painter.drawLine(QLineF(end + shift - half, end + shift + half));
  }
}

} // namespace

void paintChart(QPainter& painter, const scene::ChartView& view, const ChartLayout& layout,
                const PaintKit& kit, ChartSeries& series) {
  const ChartFrame& frame = layout.frame;
  paintChartGrid(painter, frame, layout.values, layout.across, *kit.theme);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  series.paint(painter, view, frame, *kit.theme);
  paintEarlierBars(painter, view, frame, *kit.theme);
  paintOutliers(painter, view, frame, *kit.theme);
  paintLevels(painter, view, frame, *kit.theme);
  painter.restore();
  paintBaseLine(painter, frame, *kit.theme);
  paintSurroundings(painter, view, layout, kit);
  paintWords(painter, view, layout, kit);
}

void paintBareChart(QPainter& painter, const scene::ChartView& view, QSizeF size, const Theme& theme) {
  const ChartFrame frame(view, QRectF(QPointF(0, 0), size).adjusted(10, 10, -10, -10));
  ChartSeries series;
  series.paint(painter, view, frame, theme);
  paintLevels(painter, view, frame, theme);
  paintBaseLine(painter, frame, theme);
}

void paintGrips(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame, const Theme& theme,
                const HandleEmphasis& emphasis) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = 0; i < view.handles.size(); ++i) {
    const scene::BarHandle& handle = view.handles[i];
    const auto end = barEnd(view, frame, handle.set, handle.category);
    const auto bar = barRect(view, frame, handle.set, handle.category);
    if (!end || !bar)
      continue;
    const int index = static_cast<int>(i);
    const double room = frame.isSideways() ? bar->height() : bar->width();
    if (index == emphasis.focused) {
      painter.setPen(QPen(theme.color(scene::Role::Ink), 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(bar->adjusted(-3, -3, 3, 3), 3, 3);
    }
    const bool isActive = index == emphasis.hovered || index == emphasis.pressed || index == emphasis.focused;
    paintGrip(painter, *end, room, frame.isSideways(), theme.color(handle.role), theme, isActive);
  }
  painter.restore();
}

} // namespace eigenboard::render
