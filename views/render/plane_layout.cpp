#include "views/render/plane_layout.h"

#include "views/render/figure_type.h"
#include "views/render/ticks.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr int rightMargin = 14; ///< and left where there are no numbers
constexpr int topMargin = 10;
constexpr int tickRow = 26;
constexpr int noTickRow = 10;
constexpr int labelRow = 24;
constexpr int titleRow = 28;
constexpr double gapAcross = 46;
constexpr double gapUp = 38;

double widestLabel(double bottom, double top, double step) {
  const QFontMetricsF metrics(figureFont(tickPixelSize));
  return std::max(metrics.horizontalAdvance(tickLabel(std::floor(top / step) * step, step)),
                  metrics.horizontalAdvance(tickLabel(std::ceil(bottom / step) * step, step)));
}

/// A table, a graph of nodes: no axis is measured along, so that the names of the axes would say nothing
/// either.
bool isDiagram(const scene::PlaneView& view) {
  return !view.x.hasNumbers && !view.y.hasNumbers;
}

bool namesX(const scene::PlaneView& view) {
  return !view.x.label.isEmpty() && !isDiagram(view);
}

bool namesY(const scene::PlaneView& view) {
  return !view.y.label.isEmpty() && !isDiagram(view);
}

/// Margins change in jumps of 12 px, so that panning does not make the plane tremble.
int leftMarginFor(const scene::PlaneView& view, double labelWidth) {
  return isDiagram(view) ? rightMargin
                         : std::max(40, 12 * static_cast<int>(std::ceil((labelWidth + 16) / 12)));
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

/// Heights of the rows round the frame.
struct PlaneRows {
  int title = 0;
  int labelY = 0; ///< of its own; 0 where it shares the title's
  int labelX = 0; ///< of its own; 0 where it shares that of the numbers
  int ticks = tickRow;

  int above() const { return topMargin + title + labelY; }
  int below() const { return ticks + labelX; }
};

PlaneRows rowsOf(const scene::PlaneView& view, bool isLow) {
  PlaneRows rows;
  rows.title = view.title.isEmpty() ? 0 : titleRow;
  if (namesY(view) && !(isLow && rows.title > 0))
    rows.labelY = labelRow;
  if (namesX(view) && !isLow)
    rows.labelX = labelRow;
  if (isDiagram(view))
    rows.ticks = noTickRow;
  return rows;
}

/// above: for rows of a legend.
void layFrame(PlaneLayout& layout, const scene::PlaneView& view, const std::optional<PlaneRange>& range,
              const PlaneRows& rows, double above) {
  const double top = rows.above() + above;
  // The margin for the numbers depends on the range, and the range on the margin: once round is enough,
  // because the margin changes the range by a few percent only.
  int left = leftMarginFor(view, 0);
  for (int round = 0; round < 2; ++round) {
    layout.frame.area = QRectF(left, top, std::max(16, layout.size.width() - left - rightMargin),
                               std::max(16.0, layout.size.height() - top - rows.below()));
    layout.frame.range = rangeIn(view, layout.frame.area.size(), range);
    const PlaneRange& shown = layout.frame.range;
    layout.tickStepX = stepAcross(layout.frame);
    layout.tickStepY = tickStep(shown.top - shown.bottom, layout.frame.area.height(), gapUp);
    if (view.equalAspect)
      layout.tickStepX = layout.tickStepY = std::max(layout.tickStepX, layout.tickStepY);
    left = leftMarginFor(view, widestLabel(shown.bottom, shown.top, layout.tickStepY));
  }
}

void placeLegend(PlaneLayout& layout, const scene::PlaneView& view, const std::optional<PlaneRange>& range,
                 const PlaneRows& rows, int previous) {
  if (view.legend.empty())
    return;
  layout.legend = legendWithin(view, layout.frame, previous);
  if (!layout.legend.boxes.empty())
    return;
  constexpr double gap = 4;
  layout.legend =
      legendAbove(view, QPointF(layout.frame.area.left(), rows.above() - gap), layout.frame.area.width());
  layFrame(layout, view, range, rows, std::min(layout.legend.ground.height(), 0.5 * layout.size.height()));
}

} // namespace

QSizeF aroundFrame(const scene::PlaneView& view, double height) {
  const PlaneRows rows = rowsOf(view, height < lowCanvas);
  return QSizeF(leftMarginFor(view, 0) + rightMargin, rows.above() + rows.below());
}

void layTitle(PlaneLayout& layout, const scene::PlaneView& view, double width) {
  constexpr double gap = 12;
  constexpr double leastForLabel = 44;
  constexpr int shortLabel = 2; // characters, which fit above the numbers
  if (view.title.isEmpty())
    return;
  const double left = layout.frame.area.left();
  const QRectF row(left, 6, width, titleRow);
  layout.title = row;
  if (!namesY(view) || rowsOf(view, layout.isLow).labelY > 0)
    return;
  if (view.y.label.size() <= shortLabel) {
    layout.labelY = QRectF(0, row.top(), left - 9, row.height());
    return;
  }
  const double own = std::min(titleWidth(view.title), std::max(0.5 * width, width - gap - leastForLabel));
  layout.title.setWidth(own);
  layout.labelY = QRectF(left + own + gap, row.top(), std::max(1.0, width - own - gap), row.height());
}

PlaneLayout layoutPlane(const scene::PlaneView& view, QSize size, const std::optional<PlaneRange>& range,
                        int previousLegend) {
  PlaneLayout layout;
  layout.size = size.expandedTo(smallestPlane);
  layout.isLow = layout.size.height() < lowCanvas;
  const PlaneRows rows = rowsOf(view, layout.isLow);
  layFrame(layout, view, range, rows, 0);
  placeLegend(layout, view, range, rows, previousLegend);
  const QRectF& area = layout.frame.area;
  layTitle(layout, view, area.width());
  if (rows.labelY > 0)
    layout.labelY = QRectF(area.left(), rows.above() - labelRow - 4, area.width() / 2, labelRow);
  if (rows.labelX > 0)
    layout.labelX = QRectF(area.center().x(), area.bottom() + tickRow - 2, area.width() / 2, labelRow);
  else if (namesX(view)) // in the row of the numbers, which make room for it
    layout.labelX =
        QRectF(area.center().x(), area.bottom() + 2, area.width() / 2 + rightMargin - 3, labelRow);
  return layout;
}

} // namespace eigenboard::render
