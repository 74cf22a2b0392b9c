#pragma once

#include "views/render/chart/chart_frame.h"

#include <QtCore/QList>

#include <vector>

namespace eigenboard::render::chart {

/// The parts of a line between its gaps, as shares of both axes: at most four points for each column of
/// pixels (first, lowest, highest, last), so that the picture is that of all points. A gap narrower than a
/// pixel is bridged, because it could not be seen. Shares are within ±10 of the area.
std::vector<QList<QPointF>> lineRuns(const scene::LineSet& line, const ChartFrame& frame);

} // namespace eigenboard::render::chart
