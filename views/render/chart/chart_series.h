#pragma once

#include "views/render/chart/chart_frame.h"
#include "views/render/theme.h"

#include <memory>

class QPainter;

namespace eigenboard::render::chart {

/// The bars, areas, boxes and lines of a chart, drawn by Qt Charts; axes, words and handles are not its
/// business. The objects of Qt Charts are kept from frame to frame and get new values only, unless the
/// structure of the view (kinds, counts, roles) changed. Needs a QApplication, no display.
///
/// Qt Charts gets shares of the axes, not values, so that no unit and no axis is too large for it; what lies
/// far outside is cut before it arrives.
class ChartSeries {
 public:
  ChartSeries();
  ~ChartSeries();
  ChartSeries(const ChartSeries&) = delete;
  ChartSeries& operator=(const ChartSeries&) = delete;

  /// Paints into the frame's area, clipped to it. Any QPainter: screen, image, SVG or PDF.
  void paint(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame, const Theme& theme);

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::render::chart
