#pragma once

#include "views/render/chart/chart_frame.h"
#include "views/render/hover.h"
#include "views/render/lights.h"

namespace eigenboard::render::chart {

/// The handle whose grip lies within so many pixels, or else the one whose bar is under the pixel; −1: none.
int gripAt(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel, double radius);

/// The index of the handle with that key, −1: none.
int gripNamed(const scene::ChartView& view, const QString& key);

/// The value of a handle's bar; empty for a handle without a bar.
std::optional<double> gripValue(const scene::ChartView& view, const ChartFrame& frame,
                                const scene::BarHandle& handle);

/// A value with the decimals that the chart can tell apart, three or more, without zeros at the end beyond
/// those.
QString valueText(double value, const ChartFrame& frame);

/// What is drawn at a pixel and its exact value: an outlier or the nearest point of a line within 14 px, else
/// a box, the end of an earlier bar, a bar, a level, or the band of an area.
std::optional<HoverNote> chartNoteAt(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel);

MarkNames namesOf(const scene::BarHandle& handle, double value);
/// The names of the handle, or of the category, under a pixel.
MarkNames chartNamesAt(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel, double radius);

/// A rim in the colour of Role::Highlight round the bars whose handle or category is lit, and a band on lit
/// levels.
void paintChartLights(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                      const IsLit& isLit, const Theme& theme);

/// For screen readers: the focused handle and its value, or what the chart holds.
QString chartDescription(const scene::ChartView& view, const ChartFrame& frame, int focused);

} // namespace eigenboard::render::chart
