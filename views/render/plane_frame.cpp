#include "views/render/plane_frame.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double largestExtent = 1e12;
constexpr double chartMargin = 8;
/// Below this fraction of the coordinates' size, neighbouring pixels would share a double.
constexpr double smallestRelativeSpan = 1e-11;

bool isShowable(double minimum, double maximum) {
  return std::isfinite(minimum) && std::isfinite(maximum) && minimum < maximum && -largestExtent <= minimum &&
         maximum <= largestExtent &&
         maximum - minimum >= smallestRelativeSpan * std::max({1e-3, std::abs(minimum), std::abs(maximum)});
}

bool isShowable(const PlaneRange& range) {
  return isShowable(range.left, range.right) && isShowable(range.bottom, range.top);
}

PlaneRange centred(QPointF centre, double width, double height) {
  return {centre.x() - width / 2, centre.x() + width / 2, centre.y() - height / 2, centre.y() + height / 2};
}

QPointF centreOf(const PlaneRange& range) {
  return {(range.left + range.right) / 2, (range.bottom + range.top) / 2};
}

} // namespace

PlaneRange fittedRange(const scene::PlaneView& view, QSizeF area) {
  PlaneRange range;
  if (isShowable(view.x.minimum, view.x.maximum)) {
    range.left = view.x.minimum;
    range.right = view.x.maximum;
  }
  if (isShowable(view.y.minimum, view.y.maximum)) {
    range.bottom = view.y.minimum;
    range.top = view.y.maximum;
  }
  if (area.width() <= 4 * chartMargin || area.height() <= 4 * chartMargin)
    return range;
  if (!view.equalAspect) {
    const double across = chartMargin * (range.right - range.left) / (area.width() - 2 * chartMargin);
    const double up = chartMargin * (range.top - range.bottom) / (area.height() - 2 * chartMargin);
    return {range.left - across, range.right + across, range.bottom - up, range.top + up};
  }
  const double unitsPerPixel =
      std::max((range.right - range.left) / area.width(), (range.top - range.bottom) / area.height());
  return centred(centreOf(range), unitsPerPixel * area.width(), unitsPerPixel * area.height());
}

PlaneRange refitted(const PlaneRange& range, QSizeF area, bool equalAspect) {
  if (!equalAspect || area.isEmpty())
    return range;
  const double unitsPerPixel =
      std::min(range.right - range.left, range.top - range.bottom) / std::min(area.width(), area.height());
  return centred(centreOf(range), unitsPerPixel * area.width(), unitsPerPixel * area.height());
}

PlaneRange panned(const PlaneFrame& frame, QPointF pixels) {
  const double across = pixels.x() / frame.scaleX();
  const double up = -pixels.y() / frame.scaleY();
  const PlaneRange moved{frame.range.left - across, frame.range.right - across, frame.range.bottom - up,
                         frame.range.top - up};
  return isShowable(moved) ? moved : frame.range;
}

PlaneRange zoomed(const PlaneFrame& frame, QPointF pixel, double factor) {
  if (!std::isfinite(factor) || factor <= 0)
    return frame.range;
  const QPointF fixed = frame.toPoint(pixel);
  const PlaneRange& old = frame.range;
  const PlaneRange scaled{
      fixed.x() + (old.left - fixed.x()) / factor, fixed.x() + (old.right - fixed.x()) / factor,
      fixed.y() + (old.bottom - fixed.y()) / factor, fixed.y() + (old.top - fixed.y()) / factor};
  return isShowable(scaled) ? scaled : old;
}

} // namespace eigenboard::render
