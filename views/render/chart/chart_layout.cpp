#include "views/render/chart/chart_layout.h"

#include "views/render/figure_type.h"
#include "views/render/formula_label.h"
#include "views/render/plane_layout.h"
#include "views/render/ticks.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace eigenboard::render::chart {

namespace {

constexpr double rightSpace = 14;
constexpr double topSpace = 10;
constexpr double numberRow = 26;
constexpr double nameRow = 24;
constexpr double headRow = 28;
constexpr double leastGapAcross = 46;
constexpr double leastGapAlong = 38;
constexpr std::size_t mostEntries = 12;
constexpr std::size_t mostMeasured = 40; // categories whose names are measured for the margin
constexpr double signWidth = 16;
constexpr double entryGap = 18;
constexpr double widestEntry = 220;

std::vector<ValueTick> evenTicks(double from, double to, double step) {
  std::vector<ValueTick> ticks;
  // A step that is lost in the size of the ends would never arrive.
  if (!(step > 0) || !((to - from) / step < 1000))
    return ticks;
  for (double i = std::ceil(from / step - 1e-9); i * step <= to + step * 1e-9; ++i)
    ticks.push_back({i * step, tickLabel(i * step, step)});
  return ticks;
}

/// Powers of ten, as many as there is room for; with less than two of them 2 and 5 times these as well.
std::vector<ValueTick> logarithmicTicks(double from, double to, double pixels) {
  std::vector<ValueTick> ticks;
  const double decades = std::log10(to / from);
  const double stride = std::max(1.0, std::ceil(decades * leastGapAlong / pixels));
  const double first = std::floor(std::log10(from) / stride) * stride;
  for (double exponent = first; exponent <= std::log10(to) + 1e-9; exponent += stride)
    for (const int mantissa : {1, 2, 5}) {
      const double value = mantissa * std::pow(10.0, exponent);
      const bool isWanted = mantissa == 1 || decades < 2;
      if (isWanted && value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9))
        ticks.push_back({value, tickLabel(value, std::pow(10.0, exponent))});
    }
  return ticks;
}

double widestTick(const std::vector<ValueTick>& ticks) {
  const QFontMetricsF metrics(figureFont(tickPixelSize, QFont::DemiBold));
  double widest = 0;
  for (const ValueTick& tick : ticks)
    widest = std::max(widest, metrics.horizontalAdvance(tick.text));
  return widest;
}

double widestCategory(const scene::ChartView& view, const FormulaSource& formulas) {
  double widest = 0;
  for (std::size_t i = 0; i < std::min(view.categories.size(), mostMeasured); ++i)
    if (const auto formula = formulas(view.categories[i].label, CategorySlots + static_cast<int>(i)))
      widest = std::max(widest, labelSize(*formula, categoryPixelsPerEm).width());
  return widest;
}

/// Margins change in jumps of 12 px, so that nothing trembles while numbers change.
double steadyMargin(double width) {
  return std::max(40.0, 12 * std::ceil((width + 16) / 12));
}

std::vector<LegendEntry> entriesOf(const scene::ChartView& view) {
  std::vector<LegendEntry> entries;
  for (const scene::BarSet& set : view.bars)
    entries.push_back({set.name, LegendSign::Square, {set.role}, set.opacity, {}});
  for (const scene::AreaSet& area : view.areas)
    entries.push_back({area.name, LegendSign::Square, {area.role}, area.opacity, {}});
  for (const scene::LineSet& line : view.lines)
    entries.push_back({line.name, LegendSign::Line, line.stroke, 1, {}});
  std::erase_if(entries, [](const LegendEntry& entry) { return entry.name.isEmpty(); });
  if (entries.size() < 2)
    entries.clear();
  if (entries.size() > mostEntries)
    entries.resize(mostEntries);
  return entries;
}

/// Places the entries in rows from the left; gives how many rows there are.
int placeEntries(std::vector<LegendEntry>& entries, double left, double top, double width) {
  const QFontMetricsF metrics(figureFont(tickPixelSize));
  double x = left;
  int row = 0;
  for (LegendEntry& entry : entries) {
    const double wanted =
        signWidth + 6 + std::min(widestEntry, std::ceil(metrics.horizontalAdvance(entry.name)) + 1);
    const double own = std::min(wanted, width);
    if (x > left && x + own > left + width) {
      x = left;
      ++row;
    }
    entry.box = QRectF(x, top + row * nameRow, own, nameRow);
    x += own + entryGap;
  }
  return entries.empty() ? 0 : row + 1;
}

/// Takes the text from the ticks that would meet a name at the right end of their row.
void clearOf(const QRectF& row, const QString& name, int slot, ChartLayout& layout,
             const FormulaSource& formulas) {
  const auto formula = formulas(name, slot);
  if (!formula)
    return;
  constexpr double gap = 8;
  const double end = row.right() - labelSize(*formula, axisNamePixelsPerEm).width() - gap;
  const ChartFrame& frame = layout.frame;
  const QFontMetricsF metrics(figureFont(tickPixelSize, QFont::DemiBold));
  const auto clear = [&](std::vector<ValueTick>& ticks, const auto& place) {
    for (ValueTick& tick : ticks)
      if (place(tick.value) + metrics.horizontalAdvance(tick.text) / 2 > end)
        tick.text.clear();
  };
  if (frame.isSideways())
    clear(layout.values, [&](double value) { return frame.atShares(1, frame.share(value)).x(); });
  else
    clear(layout.across, [&](double value) { return frame.atShares(frame.shareAcross(value), 0).x(); });
}

} // namespace

ChartLayout layoutChart(const scene::ChartView& view, QSize size, const FormulaSource& formulas) {
  ChartLayout layout;
  layout.size = size.expandedTo(smallestChart);
  const double width = layout.size.width();
  const double height = layout.size.height();
  const bool isSideways = view.direction == scene::BarDirection::Sideways;
  const QString& upName = isSideways ? view.x.label : view.value.label;
  const QString& lowName = isSideways ? view.value.label : view.x.label;
  layout.legend = entriesOf(view);

  const bool isLow = height < lowCanvas;
  const bool hasNumbersBelow = isSideways || view.categories.empty();
  const bool sharesHead = isLow && !view.title.isEmpty() && !upName.isEmpty();
  const bool sharesNumbers = isLow && hasNumbersBelow && !lowName.isEmpty();
  const double ownUpRow = upName.isEmpty() || sharesHead ? 0 : nameRow;
  const double top = topSpace + (view.title.isEmpty() ? 0 : headRow);
  const double bottom = numberRow + (lowName.isEmpty() || sharesNumbers ? 0 : nameRow);
  double left = steadyMargin(0);
  if (isSideways)
    left = std::min(steadyMargin(widestCategory(view, formulas)), 0.45 * width);
  for (int round = 0; round < 2; ++round) {
    const double inner = std::max(16.0, width - left - rightSpace);
    const int rows = placeEntries(layout.legend, left, top, inner);
    const double above = top + rows * nameRow + ownUpRow;
    layout.frame = ChartFrame(view, {left, above, inner, std::max(16.0, height - above - bottom)});
    const ChartFrame& frame = layout.frame;
    const double gap = isSideways ? leastGapAcross : leastGapAlong;
    const double step = tickStep(frame.greatest() - frame.least(), frame.valueLength(), gap);
    layout.valueStep = frame.isLogarithmic() ? 1 : step;
    layout.values = frame.isLogarithmic()
                        ? logarithmicTicks(frame.least(), frame.greatest(), frame.valueLength())
                        : evenTicks(frame.least(), frame.greatest(), step);
    if (!isSideways)
      left = std::min(steadyMargin(widestTick(layout.values)), 0.45 * width);
  }
  const ChartFrame& frame = layout.frame;
  const QRectF& area = frame.area();
  if (frame.categories() == 0) {
    double step = tickStep(frame.right() - frame.left(), frame.acrossLength(), leastGapAcross);
    const double needed = widestTick(evenTicks(frame.left(), frame.right(), step)) + 18;
    if (needed > leastGapAcross)
      step = tickStep(frame.right() - frame.left(), frame.acrossLength(), needed);
    layout.across = evenTicks(frame.left(), frame.right(), step);
  }
  if (!view.title.isEmpty())
    layout.title = QRectF(area.left(), 6, area.width(), headRow);
  QRectF upRow(area.left(), area.top() - nameRow - 4, area.width(), nameRow);
  if (sharesHead) {
    constexpr double gap = 12;
    constexpr double longestShare = 0.7;
    layout.title.setWidth(std::min(titleWidth(view.title), longestShare * area.width()));
    upRow = layout.title;
    upRow.setLeft(layout.title.right() + gap);
    upRow.setRight(std::max(area.right(), upRow.left() + 1));
  }
  QRectF lowRow(area.left(), area.bottom() + numberRow - 2, area.width(), nameRow);
  if (sharesNumbers) {
    lowRow = QRectF(area.left(), area.bottom() + 2, area.width() + rightSpace - 3, nameRow);
    clearOf(lowRow, lowName, isSideways ? ValueLabelSlot : AcrossLabelSlot, layout, formulas);
  }
  if (!upName.isEmpty())
    (isSideways ? layout.acrossLabel : layout.valueLabel) = upRow;
  if (!lowName.isEmpty())
    (isSideways ? layout.valueLabel : layout.acrossLabel) = lowRow;
  return layout;
}

} // namespace eigenboard::render::chart
