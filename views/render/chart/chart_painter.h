#pragma once

#include "views/render/chart/chart_layout.h"
#include "views/render/chart/chart_series.h"
#include "views/render/scene_painter.h"

namespace eigenboard::render {

/// Paints a chart's picture without its handles: grid, series, levels, numbers, words. series: kept from
/// frame to frame by a widget; a file brings a new one. Marks that are not finite are left out.
void paintChart(QPainter& painter, const scene::ChartView& view, const chart::ChartLayout& layout,
                const PaintKit& kit, chart::ChartSeries& series);

/// The same without any word or number, for a small picture: the chart fills the whole size.
void paintBareChart(QPainter& painter, const scene::ChartView& view, QSizeF size, const Theme& theme);

/// Grips on the ends of the bars that the reader stretches.
void paintGrips(QPainter& painter, const scene::ChartView& view, const chart::ChartFrame& frame,
                const Theme& theme, const HandleEmphasis& emphasis);

} // namespace eigenboard::render
