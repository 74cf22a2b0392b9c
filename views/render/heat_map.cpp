#include "views/render/heat_map.h"

#include "views/render/clipping.h"
#include "views/render/space/color_map.h"

#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::render {
namespace {

constexpr double mostMapPixels = 4e6;
constexpr int colorSteps = 256;

bool isMapUsable(const scene::HeatMap& map) {
  const int least = map.areCells ? 1 : 2;
  return map.columns >= least && map.rows >= least &&
         map.values.size() == static_cast<std::size_t>(map.columns) * static_cast<std::size_t>(map.rows) &&
         map.left < map.right && map.bottom < map.top && std::isfinite(map.right - map.left) &&
         std::isfinite(map.top - map.bottom) && std::isfinite(map.maximum - map.minimum) && map.opacity > 0;
}

bool haveSamePlace(const HeatMapPlace& one, const HeatMapPlace& other) {
  return one.frame.area == other.frame.area && one.frame.range == other.frame.range &&
         one.pixels == other.pixels && one.scale == other.scale && one.shift == other.shift &&
         one.isRaster == other.isRaster;
}

bool haveSameColors(const scene::HeatMap& one, const scene::HeatMap& other) {
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  return one.columns == other.columns && one.rows == other.rows && one.left == other.left &&
         one.right == other.right && one.bottom == other.bottom && one.top == other.top &&
         one.minimum == other.minimum && one.maximum == other.maximum && one.opacity == other.opacity &&
         one.areCells == other.areCells &&
         std::equal(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(), same);
}

/// Which two grid lines a position lies between, and how far it is from the first to the second, or in which
/// cell; −1: outside.
struct Between {
  int first = -1;
  double share = 0;
};

Between placed(double at, double from, double to, int count, bool areCells) {
  if (areCells) {
    const double cell = (at - from) / (to - from) * count;
    return cell >= 0 && cell <= count ? Between{std::min(static_cast<int>(cell), count - 1), 0} : Between{};
  }
  const double position = (at - from) / (to - from) * (count - 1);
  if (!(position >= 0 && position <= count - 1))
    return {};
  const int first = std::min(static_cast<int>(position), count - 2);
  return {first, position - first};
}

double valueBetween(const scene::HeatMap& map, const Between& across, const Between& up) {
  const auto columns = static_cast<std::size_t>(map.columns);
  const double* lower = map.values.data() + static_cast<std::size_t>(up.first) * columns + across.first;
  if (map.areCells)
    return *lower;
  const double* upper = lower + columns;
  const double below = (1 - across.share) * lower[0] + across.share * lower[1];
  const double above = (1 - across.share) * upper[0] + across.share * upper[1];
  return (1 - up.share) * below + up.share * above;
}

std::array<QRgb, colorSteps> colorTable(double opacity) {
  std::array<QRgb, colorSteps> table{};
  const int alpha = static_cast<int>(std::lround(255 * std::clamp(opacity, 0.0, 1.0)));
  for (std::size_t i = 0; i < table.size(); ++i) {
    const QColor color = space::heightColor(static_cast<double>(i) / (colorSteps - 1));
    table.at(i) = qPremultiply(qRgba(color.red(), color.green(), color.blue(), alpha));
  }
  return table;
}

HeatMapPlace mapPlaceOf(const QPainter& painter, const PlaneFrame& frame, const QRectF& target) {
  const QTransform& transform = painter.deviceTransform();
  HeatMapPlace place{frame, target, {}, 1, {}, false};
  place.isRaster = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster &&
                   transform.type() <= QTransform::TxScale && transform.m11() > 0 &&
                   std::abs(transform.m11() - transform.m22()) < 1e-9 * transform.m11();
  if (place.isRaster) {
    place.scale = transform.m11();
    place.shift = {transform.dx(), transform.dy()};
    place.pixels =
        QRectF(target.topLeft() * place.scale + place.shift, target.size() * place.scale).toAlignedRect();
  } else {
    const double finest = std::sqrt(mostMapPixels / (target.width() * target.height()));
    place.scale = std::min(1.0, finest);
    place.pixels = QRect(QPoint(0, 0), (target.size() * place.scale).toSize().expandedTo({1, 1}));
  }
  return place;
}

/// The middle of a pixel of the image, on the canvas.
QPointF middleOf(const HeatMapPlace& place, int column, int row) {
  const QPointF middle(column + 0.5, row + 0.5);
  if (place.isRaster)
    return (middle + place.pixels.topLeft() - place.shift) / place.scale;
  return place.target.topLeft() + QPointF(middle.x() / place.pixels.width() * place.target.width(),
                                          middle.y() / place.pixels.height() * place.target.height());
}

QImage imageOf(const scene::HeatMap& map, const HeatMapPlace& place) {
  QImage image(place.pixels.size(), QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    return image;
  const std::array<QRgb, colorSteps> colors = colorTable(map.opacity);
  const double range = map.maximum - map.minimum;
  const double steps = range > 0 ? (colorSteps - 1) / range : 0;
  const double start = range > 0 ? 0.5 : colorSteps / 2.0;
  std::vector<Between> across;
  for (int column = 0; column < image.width(); ++column)
    across.push_back(placed(place.frame.toPoint(middleOf(place, column, 0)).x(), map.left, map.right,
                            map.columns, map.areCells));
  for (int row = 0; row < image.height(); ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    const Between up =
        placed(place.frame.toPoint(middleOf(place, 0, row)).y(), map.bottom, map.top, map.rows, map.areCells);
    for (std::size_t column = 0; column < across.size(); ++column) {
      line[column] = 0;
      if (up.first < 0 || across[column].first < 0)
        continue;
      const double value = valueBetween(map, across[column], up);
      if (std::isfinite(value))
        line[column] = colors[static_cast<std::size_t>(
            std::clamp((value - map.minimum) * steps + start, 0.0, colorSteps - 1.0))];
    }
  }
  return image;
}

} // namespace

void paintHeatMap(QPainter& painter, const scene::HeatMap& map, const PlaneFrame& frame, KeptHeatMap& kept) {
  if (!isMapUsable(map))
    return;
  const QPointF topLeft = frame.toPixel({map.left, map.top});
  const QPointF bottomRight = frame.toPixel({map.right, map.bottom});
  if (!isDrawable(topLeft) || !isDrawable(bottomRight))
    return;
  const QRectF target = QRectF(topLeft, bottomRight).intersected(frame.area);
  if (target.isEmpty())
    return;
  const HeatMapPlace place = mapPlaceOf(painter, frame, target);
  if (kept.image.isNull() || !haveSamePlace(kept.place, place) || !haveSameColors(kept.map, map))
    kept = {map, place, imageOf(map, place)};
  if (kept.image.isNull())
    return;
  if (!place.isRaster) {
    painter.drawImage(target, kept.image, QRectF(QPointF(0, 0), QSizeF(place.pixels.size())));
    return;
  }
  kept.image.setDevicePixelRatio(place.scale);
  painter.drawImage((QPointF(place.pixels.topLeft()) - place.shift) / place.scale, kept.image);
}

QString cellNameAt(const scene::HeatMap& map, QPointF point) {
  if (!map.areCells || !isMapUsable(map) || map.columnNames.size() != static_cast<std::size_t>(map.columns) ||
      map.rowNames.size() != static_cast<std::size_t>(map.rows))
    return {};
  const Between across = placed(point.x(), map.left, map.right, map.columns, true);
  const Between up = placed(point.y(), map.bottom, map.top, map.rows, true);
  if (across.first < 0 || up.first < 0)
    return {};
  return map.rowNames[static_cast<std::size_t>(up.first)] + QStringLiteral(", ") +
         map.columnNames[static_cast<std::size_t>(across.first)];
}

double valueAt(const scene::HeatMap& map, QPointF point) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (!isMapUsable(map))
    return none;
  const Between across = placed(point.x(), map.left, map.right, map.columns, map.areCells);
  const Between up = placed(point.y(), map.bottom, map.top, map.rows, map.areCells);
  const double value = across.first < 0 || up.first < 0 ? none : valueBetween(map, across, up);
  return std::isfinite(value) ? value : none;
}

} // namespace eigenboard::render
