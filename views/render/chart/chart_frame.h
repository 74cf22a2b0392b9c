#pragma once

#include "views/scene/chart.h"

#include <QtCore/QRectF>

#include <optional>

namespace eigenboard::render::chart {

/// From where to where a bar or a band reaches along the value axis, in units of the view.
struct ValueSpan {
  double from = 0;
  double to = 0;
};

/// Where a chart's coordinates lie on the canvas: the only way between them and pixels. A share is 0 at the
/// lower end of an axis and 1 at the upper one.
class ChartFrame {
 public:
  ChartFrame() = default;
  /// Axes that are empty, reversed or not finite count as 0 to 1.
  ChartFrame(const scene::ChartView& view, const QRectF& area);

  const QRectF& area() const { return area_; }
  bool isSideways() const { return isSideways_; }
  bool isLogarithmic() const { return isLogarithmic_; }
  double least() const { return least_; }
  double greatest() const { return greatest_; }
  double left() const { return left_; }
  double right() const { return right_; }
  int categories() const { return categories_; } ///< 0: the x axis is numeric
  /// Pixels that the value axis, and the other one, are long.
  double valueLength() const { return isSideways_ ? area_.width() : area_.height(); }
  double acrossLength() const { return isSideways_ ? area_.height() : area_.width(); }
  double pixelsPerValue() const { return valueLength() / (greatest_ - least_); }

  /// NaN for a value that a logarithmic axis does not hold.
  double share(double value) const;
  double shareAcross(double x) const { return (x - left_) / (right_ - left_); }
  QPointF atShares(double across, double along) const;
  QPointF toPixel(double x, double value) const { return atShares(shareAcross(x), share(value)); }
  double valueAt(QPointF pixel) const;
  double acrossAt(QPointF pixel) const;
  /// What bars stand on: 0, or the end of the axis next to it.
  double base() const { return base_; }

 private:
  QRectF area_{0, 0, 1, 1};
  bool isSideways_ = false;
  bool isLogarithmic_ = false;
  double least_ = 0;
  double greatest_ = 1;
  double left_ = 0;
  double right_ = 1;
  double base_ = 0;
  int categories_ = 0;
};

/// How the bars of a view stand beside each other: a category is perCategory places wide, a bar fills width
/// of one. In a group of several, one place stays empty on the way to the next group.
struct BarPlaces {
  int columns = 1; ///< bars side by side in a category
  int perCategory = 1;
  double width = 0.72;

  /// The middle of a bar, and half its width, in units of x.
  double middle(int category, int column) const {
    return category + (column - 0.5 * (columns - 1)) / perCategory;
  }
  double halfWidth() const { return 0.5 * width / perCategory; }
};

BarPlaces barPlaces(const scene::ChartView& view);

/// Empty where there is no such bar, or no value to draw. Stacked bars stand upon those before them.
std::optional<ValueSpan> barSpan(const scene::ChartView& view, const ChartFrame& frame, int set,
                                 int category);
/// In pixels, cut to the area; of no height where nothing of it is seen.
std::optional<QRectF> barRect(const scene::ChartView& view, const ChartFrame& frame, int set, int category);
/// The middle of the bar's end, where its handle is; kept inside the area.
std::optional<QPointF> barEnd(const scene::ChartView& view, const ChartFrame& frame, int set, int category);

/// From where to where the band of an area reaches at each of its x.
std::vector<ValueSpan> areaSpans(const scene::ChartView& view, int area);

scene::Role roleOf(const scene::BarSet& set, int category);

} // namespace eigenboard::render::chart
