#pragma once

#include "views/render/chart/chart_frame.h"
#include "views/render/theme.h"

#include <vector>

class QPainter;

namespace eigenboard::render::chart {

/// A bar of an earlier run, as it would stand now.
struct EarlierBar {
  const scene::BarSet* set = nullptr; ///< the view's
  int category = 0;
  QRectF box; ///< in pixels, cut to the area
  QPointF end;
};

/// Those that stand elsewhere than the present bar of their set and category.
std::vector<EarlierBar> earlierBars(const scene::ChartView& view, const ChartFrame& frame);

/// Their outlines in the colours of their roles, on a rim of the ground's colour that tells them from the
/// present bars.
void paintEarlierBars(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                      const Theme& theme);

} // namespace eigenboard::render::chart
