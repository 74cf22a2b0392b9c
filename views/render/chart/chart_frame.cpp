#include "views/render/chart/chart_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render::chart {

namespace {

bool isUsableAxis(double minimum, double maximum) {
  return std::isfinite(minimum) && std::isfinite(maximum) && minimum < maximum &&
         std::isfinite(maximum - minimum);
}

const scene::BarSet* setAt(const scene::ChartView& view, int set) {
  return set >= 0 && set < static_cast<int>(view.bars.size()) ? &view.bars[static_cast<std::size_t>(set)]
                                                              : nullptr;
}

double valueOf(const scene::BarSet& set, int category) {
  const auto index = static_cast<std::size_t>(category);
  return index < set.values.size() ? set.values[index] : std::numeric_limits<double>::quiet_NaN();
}

bool isShown(const ChartFrame& frame, double value) {
  return std::isfinite(value) && std::isfinite(frame.share(value));
}

} // namespace

ChartFrame::ChartFrame(const scene::ChartView& view, const QRectF& area)
    : area_(area), isSideways_(view.direction == scene::BarDirection::Sideways) {
  if (isUsableAxis(view.value.minimum, view.value.maximum)) {
    least_ = view.value.minimum;
    greatest_ = view.value.maximum;
  }
  isLogarithmic_ = view.scale == scene::ValueScale::Logarithmic && least_ > 0;
  base_ = isLogarithmic_ ? least_ : std::clamp(0.0, least_, greatest_);
  categories_ = static_cast<int>(std::min<std::size_t>(view.categories.size(), scene::mostCategories));
  if (categories_ > 0) {
    left_ = -0.5;
    right_ = categories_ - 0.5;
  } else if (isUsableAxis(view.x.minimum, view.x.maximum)) {
    left_ = view.x.minimum;
    right_ = view.x.maximum;
  }
}

double ChartFrame::share(double value) const {
  if (!isLogarithmic_)
    return (value - least_) / (greatest_ - least_);
  if (!(value > 0))
    return std::numeric_limits<double>::quiet_NaN();
  return std::log(value / least_) / std::log(greatest_ / least_);
}

QPointF ChartFrame::atShares(double across, double along) const {
  return isSideways_
             ? QPointF(area_.left() + along * area_.width(), area_.top() + across * area_.height())
             : QPointF(area_.left() + across * area_.width(), area_.bottom() - along * area_.height());
}

double ChartFrame::valueAt(QPointF pixel) const {
  const double along = isSideways_ ? (pixel.x() - area_.left()) / area_.width()
                                   : (area_.bottom() - pixel.y()) / area_.height();
  return isLogarithmic_ ? least_ * std::pow(greatest_ / least_, along)
                        : least_ + along * (greatest_ - least_);
}

double ChartFrame::acrossAt(QPointF pixel) const {
  const double across =
      isSideways_ ? (pixel.y() - area_.top()) / area_.height() : (pixel.x() - area_.left()) / area_.width();
  return left_ + across * (right_ - left_);
}

BarPlaces barPlaces(const scene::ChartView& view) {
  const bool isGrouped = view.layout == scene::BarLayout::Grouped && view.bars.size() > 1;
  if (!isGrouped)
    return {};
  const auto columns = static_cast<int>(view.bars.size());
  return {columns, columns + 1, 0.9};
}

std::optional<ValueSpan> barSpan(const scene::ChartView& view, const ChartFrame& frame, int set,
                                 int category) {
  const scene::BarSet* own = setAt(view, set);
  if (!own || category < 0 || category >= frame.categories())
    return std::nullopt;
  const double value = valueOf(*own, category);
  if (!isShown(frame, value))
    return std::nullopt;
  if (view.layout == scene::BarLayout::Grouped)
    return ValueSpan{frame.base(), value};
  double below = 0;
  for (int other = 0; other < set; ++other) {
    const double step = valueOf(view.bars[static_cast<std::size_t>(other)], category);
    if (isShown(frame, step) && (step < 0) == (value < 0))
      below += step;
  }
  const double top = below + value;
  if (!isShown(frame, top))
    return std::nullopt;
  return ValueSpan{below == 0 ? frame.base() : below, top};
}

std::optional<QRectF> barRect(const scene::ChartView& view, const ChartFrame& frame, int set, int category) {
  const auto span = barSpan(view, frame, set, category);
  if (!span)
    return std::nullopt;
  const BarPlaces places = barPlaces(view);
  const double middle = places.middle(category, places.columns > 1 ? set : 0);
  const auto corner = [&](double x, double value) {
    return frame.atShares(std::clamp(frame.shareAcross(x), 0.0, 1.0),
                          std::clamp(frame.share(value), 0.0, 1.0));
  };
  return QRectF(corner(middle - places.halfWidth(), span->from),
                corner(middle + places.halfWidth(), span->to))
      .normalized();
}

std::optional<QPointF> barEnd(const scene::ChartView& view, const ChartFrame& frame, int set, int category) {
  const auto span = barSpan(view, frame, set, category);
  if (!span)
    return std::nullopt;
  const BarPlaces places = barPlaces(view);
  const double middle = places.middle(category, places.columns > 1 ? set : 0);
  return frame.atShares(frame.shareAcross(middle), std::clamp(frame.share(span->to), 0.0, 1.0));
}

std::vector<ValueSpan> areaSpans(const scene::ChartView& view, int area) {
  std::vector<ValueSpan> spans(view.areaX.size());
  for (int one = 0; one <= area && one < static_cast<int>(view.areas.size()); ++one) {
    const std::vector<double>& values = view.areas[static_cast<std::size_t>(one)].values;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const bool isHigh = i < values.size() && std::isfinite(values[i]);
      spans[i] = {spans[i].to, spans[i].to + (isHigh ? values[i] : 0)};
    }
  }
  return spans;
}

scene::Role roleOf(const scene::BarSet& set, int category) {
  const auto index = static_cast<std::size_t>(category);
  return index < set.roles.size() ? set.roles[index] : set.role;
}

} // namespace eigenboard::render::chart
