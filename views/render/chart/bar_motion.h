#pragma once

#include "views/render/chart/chart_layout.h"
#include "views/render/handle_motion.h"

#include <QtCore/Qt>

namespace eigenboard::render::chart {

/// Where the end of a bar comes to rest whose value a drag made so large: to whole ticks with Shift, to
/// thousandths of one with Alt, otherwise as the snapping says. On a logarithmic axis: three digits.
double restingValue(double value, const ChartLayout& layout, Snapping snapping,
                    Qt::KeyboardModifiers modifiers);

/// The value after one press of an arrow key up (way 1) or down (−1): a hundredth of the axis, rounded to a
/// power of ten; with snapping to the grid, its step. On a logarithmic axis: a tenth of a decade.
double valueByKey(double value, int way, const ChartLayout& layout, Snapping snapping,
                  Qt::KeyboardModifiers modifiers);

} // namespace eigenboard::render::chart
