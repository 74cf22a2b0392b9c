#pragma once

#include "views/render/chart/chart_frame.h"
#include "views/render/formula_source.h"

#include <QtCore/QSize>

#include <vector>

namespace eigenboard::render::chart {

struct ValueTick {
  double value = 0;
  QString text;
};

enum class LegendSign : std::uint8_t { Square, Line };

/// One series in the legend: its sign, and beside it its name.
struct LegendEntry {
  QString name;
  LegendSign sign = LegendSign::Square;
  scene::Stroke stroke; ///< role and, for a line, its width and dashes
  double opacity = 1;   ///< of a square
  QRectF box;
};

/// Where the parts of one chart's picture lie; rows are empty where the view has none. On a
/// low canvas the names of the axes share the title's row and that of the numbers.
struct ChartLayout {
  QSize size;
  ChartFrame frame;
  std::vector<ValueTick> values;
  std::vector<ValueTick> across; ///< of a numeric x axis
  double valueStep = 1;          ///< between ticks of the value axis; 1 for a logarithmic one
  QRectF title;
  QRectF valueLabel;
  QRectF acrossLabel;
  std::vector<LegendEntry> legend; ///< empty for a single series
};

/// The smallest canvas on which a chart can be laid out; a smaller size is treated as this one.
inline constexpr QSize smallestChart{96, 80};

inline constexpr double categoryPixelsPerEm = 16;
inline constexpr double axisNamePixelsPerEm = 16;

/// Slots at which formulas of a chart ask a FormulaSource: categories and labels count up from these.
enum FormulaSlot : int {
  ValueLabelSlot = -2,
  AcrossLabelSlot = -1,
  CategorySlots = 0,
  LabelSlots = 100'000,
  LevelSlots = 200'000
};

/// formulas: what the categories are called decides the margin beside bars that lie sideways.
ChartLayout layoutChart(const scene::ChartView& view, QSize size, const FormulaSource& formulas);

} // namespace eigenboard::render::chart
