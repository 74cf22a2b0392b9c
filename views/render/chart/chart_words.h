#pragma once

#include "views/render/chart/chart_layout.h"
#include "views/render/scene_painter.h"

namespace eigenboard::render::chart {

/// Title, names of the axes, numbers beside them, names of the categories, legend.
void paintSurroundings(QPainter& painter, const scene::ChartView& view, const ChartLayout& layout,
                       const PaintKit& kit);

/// Over the series: numbers at the bars, names of levels, labels.
void paintWords(QPainter& painter, const scene::ChartView& view, const ChartLayout& layout,
                const PaintKit& kit);

} // namespace eigenboard::render::chart
