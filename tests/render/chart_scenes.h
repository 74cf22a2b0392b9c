#pragma once

#include "views/scene/scene.h"

namespace eigenboard::tests {

/// A chart with a category for each value, named A, B, C, …; one set of bars, each with a handle that sets
/// the parameter of its letter ("a", "b", …) to the value it is dragged to. The value axis is from 0 to 1.
scene::ChartView barChart(const std::vector<double>& values);

/// Three sets over four categories, some bars with a role of their own, one value negative.
scene::ChartView groupedChart(scene::BarDirection direction, scene::BarLayout layout);

/// Shares of three kinds over time, as bands upon each other.
scene::ChartView areaChart();
/// Four samples as boxes, with outliers.
scene::ChartView boxChart();
/// Loss in training and validation over 10,000 steps, on a logarithmic axis, with a level.
scene::ChartView lossChart();

/// All of them by name.
std::vector<std::pair<QString, scene::ChartView>> chartViews();

} // namespace eigenboard::tests
