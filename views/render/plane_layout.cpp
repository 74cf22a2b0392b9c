#include "views/render/plane_layout.h"

#include "views/render/figure_type.h"
#include "views/render/ticks.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr int rightMargin = 14;
constexpr int topMargin = 10;
constexpr int tickRow = 26;
constexpr int labelRow = 24;
constexpr int titleRow = 28;
constexpr double gapAcross = 46;
constexpr double gapUp = 38;

double widestLabel(double bottom, double top, double step) {
  const QFontMetricsF metrics(figureFont(tickPixelSize));
  return std::max(metrics.horizontalAdvance(tickLabel(std::floor(top / step) * step, step)),
                  metrics.horizontalAdvance(tickLabel(std::ceil(bottom / step) * step, step)));
}

/// Margins change in jumps of 12 px, so that panning does not make the plane tremble.
int leftMarginFor(double labelWidth) {
  return std::max(40, 12 * static_cast<int>(std::ceil((labelWidth + 16) / 12)));
}

PlaneRange rangeIn(const scene::PlaneView& view, QSizeF area, const std::optional<PlaneRange>& range) {
  return range ? refitted(*range, area, view.equalAspect) : fittedRange(view, area);
}

double stepAcross(const PlaneFrame& frame) {
  const double span = frame.range.right - frame.range.left;
  double step = tickStep(span, frame.area.width(), gapAcross);
  // Long numbers need more room than the usual gap.
  const QFontMetricsF metrics(figureFont(tickPixelSize));
  const double needed = std::max(metrics.horizontalAdvance(tickLabel(frame.range.left, step)),
                                 metrics.horizontalAdvance(tickLabel(frame.range.right, step))) +
                        18;
  if (needed > gapAcross)
    step = tickStep(span, frame.area.width(), needed);
  return step;
}

} // namespace

PlaneLayout layoutPlane(const scene::PlaneView& view, QSize size, const std::optional<PlaneRange>& range) {
  PlaneLayout layout;
  layout.size = size.expandedTo(smallestPlane);
  const int titleHeight = view.title.isEmpty() ? 0 : titleRow;
  const int labelYHeight = view.y.label.isEmpty() ? 0 : labelRow;
  const int labelXHeight = view.x.label.isEmpty() ? 0 : labelRow;
  const int top = topMargin + titleHeight + labelYHeight;
  const int bottom = tickRow + labelXHeight;
  // The margin for the numbers depends on the range, and the range on the margin: once round is enough,
  // because the margin changes the range by a few percent only.
  int left = leftMarginFor(0);
  for (int round = 0; round < 2; ++round) {
    layout.frame.area = QRectF(left, top, std::max(16, layout.size.width() - left - rightMargin),
                               std::max(16, layout.size.height() - top - bottom));
    layout.frame.range = rangeIn(view, layout.frame.area.size(), range);
    const PlaneRange& shown = layout.frame.range;
    layout.tickStepX = stepAcross(layout.frame);
    layout.tickStepY = tickStep(shown.top - shown.bottom, layout.frame.area.height(), gapUp);
    if (view.equalAspect)
      layout.tickStepX = layout.tickStepY = std::max(layout.tickStepX, layout.tickStepY);
    left = leftMarginFor(widestLabel(shown.bottom, shown.top, layout.tickStepY));
  }
  const QRectF& area = layout.frame.area;
  if (titleHeight > 0)
    layout.title = QRectF(area.left(), 6, area.width(), titleRow);
  if (labelYHeight > 0)
    layout.labelY = QRectF(area.left(), area.top() - labelRow - 4, area.width() / 2, labelRow);
  if (labelXHeight > 0)
    layout.labelX = QRectF(area.center().x(), area.bottom() + tickRow - 2, area.width() / 2, labelRow);
  return layout;
}

} // namespace eigenboard::render
