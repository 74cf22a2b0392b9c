#include "views/render/plane_axes.h"

#include "views/render/figure_type.h"
#include "views/render/ticks.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render {

// These two have a name outside this file because PlaneAxes::Private, which has one, holds them.
class StepTicker final : public QCPAxisTicker {
 public:
  double step = 1;
  double last = std::numeric_limits<double>::infinity(); ///< behind it there are ticks without numbers

 protected:
  double getTickStep(const QCPRange&) override { return step; }
  int getSubTickCount(double tickStep) override { return tickSubdivision(tickStep) - 1; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return tick > last ? QString() : tickLabel(tick, step);
  }
};

struct DressedAxis {
  QCPAxis* axis;
  QSharedPointer<StepTicker> ticker;
};

namespace {

DressedAxis dress(QCPAxis* axis) {
  QSharedPointer<StepTicker> ticker(new StepTicker);
  axis->setTicker(ticker);
  axis->setBasePen(Qt::NoPen);
  axis->setTickPen(Qt::NoPen);
  axis->setSubTickPen(Qt::NoPen);
  axis->setTickLength(0, 0);
  axis->setSubTickLength(0, 0);
  axis->setTickLabelPadding(7);
  axis->setPadding(0);
  return {axis, ticker};
}

/// One pixel at scale 1. In an image a line of 1.5 px would come out as one pixel here and two there, so it
/// is a whole number of them.
double lineWidth(const QPainter& painter) {
  const double scale = painter.deviceTransform().m11();
  const bool isImage = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
  return isImage && scale > 0 ? std::max(1.0, std::floor(scale + 0.5)) / scale : 1;
}

QPen linePen(const QColor& color, double width) {
  return QPen(color, width, Qt::SolidLine, Qt::FlatCap);
}

QColor mixed(const QColor& over, const QColor& under, double share) {
  const auto channel = [share](float a, float b) {
    return static_cast<float>(share * static_cast<double>(a) + (1 - share) * static_cast<double>(b));
  };
  return QColor::fromRgbF(channel(over.redF(), under.redF()), channel(over.greenF(), under.greenF()),
                          channel(over.blueF(), under.blueF()));
}

void show(const DressedAxis& dressed, double step, double lower, double upper, double gridWidth,
          const Theme& theme) {
  const QColor& gridColor = theme.color(scene::Role::Grid);
  dressed.ticker->step = step;
  dressed.axis->setRange(lower, upper);
  dressed.axis->setTickLabelFont(tickFont(theme));
  dressed.axis->setTickLabelColor(theme.color(scene::Role::Muted));
  QCPGrid* lines = dressed.axis->grid();
  lines->setPen(linePen(gridColor, gridWidth));
  lines->setSubGridPen(linePen(mixed(gridColor, theme.surface, 0.42), gridWidth));
  lines->setZeroLinePen(Qt::NoPen);
}

/// QCustomPlot would paint the grid of one axis over the zero line of the other.
void paintZeroLines(QCPPainter& painter, const PlaneFrame& frame, const Theme& theme) {
  const QPointF origin = frame.toPixel({0, 0});
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(linePen(mixed(theme.color(scene::Role::Muted), theme.surface, 0.62), lineWidth(painter)));
  if (frame.range.left <= 0 && 0 <= frame.range.right)
    painter.drawLine(QLineF(origin.x(), frame.area.top(), origin.x(), frame.area.bottom()));
  if (frame.range.bottom <= 0 && 0 <= frame.range.top)
    painter.drawLine(QLineF(frame.area.left(), origin.y(), frame.area.right(), origin.y()));
}

enum class AxisSide { Left, Right };

constexpr double axisLabelPixelsPerEm = 16;

/// In its usual size, or smaller where its row is shorter.
double pixelsPerEmIn(const QRectF& row, const typesetting::Formula& formula) {
  constexpr double smallest = 0.6;
  const double width = labelSize(formula, axisLabelPixelsPerEm).width();
  return axisLabelPixelsPerEm * std::clamp(row.width() / std::max(1.0, width), smallest, 1.0);
}

void paintAxisLabel(QPainter& painter, const QString& tex, int slot, const QRectF& row, AxisSide side,
                    const PaintKit& kit) {
  if (row.isEmpty() || tex.isEmpty())
    return;
  const typesetting::FormulaPointer formula = kit.formulas(tex, slot);
  if (!formula)
    return;
  const LabelStyle style{pixelsPerEmIn(row, *formula), kit.theme->color(scene::Role::Muted), kit.theme->error,
                         kit.theme->surface, 0};
  const double halfWidth = labelSize(*formula, style.pixelsPerEm).width() / 2;
  const double x = side == AxisSide::Left ? row.left() + halfWidth : row.right() - halfWidth;
  paintLabel(painter, QPointF(x, row.center().y()), *formula, style, kit.glyphs);
}

/// The last x whose number does not meet the label that stands in the same row.
double lastNumbered(const scene::PlaneView& view, const PlaneLayout& layout, const PaintKit& kit) {
  constexpr double gap = 8;
  if (!layout.isLow || layout.labelX.isEmpty() || layout.labelX.top() > layout.frame.area.bottom() + gap)
    return std::numeric_limits<double>::infinity();
  const typesetting::FormulaPointer formula = kit.formulas(view.x.label, PlaneAxes::slotX);
  if (!formula)
    return std::numeric_limits<double>::infinity();
  const double width = labelSize(*formula, pixelsPerEmIn(layout.labelX, *formula)).width();
  const QFontMetricsF metrics(tickFont(*kit.theme));
  const PlaneFrame& frame = layout.frame;
  const double number = std::max(metrics.horizontalAdvance(tickLabel(frame.range.right, layout.tickStepX)),
                                 metrics.horizontalAdvance(tickLabel(frame.range.left, layout.tickStepX)));
  return frame.toPoint({layout.labelX.right() - width - gap - number / 2, frame.area.bottom()}).x();
}

} // namespace

struct PlaneAxes::Private {
  QCustomPlot plot;
  DressedAxis x = dress(plot.xAxis);
  DressedAxis y = dress(plot.yAxis);

  Private() {
    plot.setBackground(Qt::NoBrush);
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.setAntialiasedElements(QCP::aeNone);
    plot.setNotAntialiasedElements(QCP::aeGrid | QCP::aeSubGrid | QCP::aeZeroLine | QCP::aeAxes);
  }
};

PlaneAxes::PlaneAxes() : d(std::make_unique<Private>()) {}
PlaneAxes::~PlaneAxes() = default;

void PlaneAxes::paint(QCPPainter& painter, const scene::PlaneView& view, const PlaneLayout& layout,
                      const PaintKit& kit) {
  const Theme& theme = *kit.theme;
  const PlaneRange& range = layout.frame.range;
  const QRect area = layout.frame.area.toRect();
  // QCustomPlot measures up from the last row of pixels in its rectangle, one above the rectangle's edge.
  d->plot.axisRect()->setMargins(QMargins(area.left(), area.top() + 1,
                                          layout.size.width() - area.left() - area.width(),
                                          layout.size.height() - area.top() - area.height() - 1));
  const double width = lineWidth(painter);
  show(d->x, layout.tickStepX, range.left, range.right, width, theme);
  show(d->y, layout.tickStepY, range.bottom, range.top, width, theme);
  d->x.ticker->last = lastNumbered(view, layout, kit);
  d->x.axis->setTickLabels(view.x.hasNumbers);
  d->y.axis->setTickLabels(view.y.hasNumbers);
  for (QCPGrid* grid : {d->x.axis->grid(), d->y.axis->grid()}) {
    grid->setVisible(view.backgroundGrid);
    grid->setSubGridVisible(view.backgroundGrid);
  }
  painter.setMode(QCPPainter::pmVectorized);
  painter.save();
  d->plot.toPainter(&painter, layout.size.width(), layout.size.height());
  painter.restore();
  if (view.x.hasNumbers || view.y.hasNumbers)
    paintZeroLines(painter, layout.frame, theme);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!layout.title.isEmpty()) {
    paintViewTitle(painter, view.title, layout.title, theme);
  }
  paintAxisLabel(painter, view.x.label, slotX, layout.labelX, AxisSide::Right, kit);
  const bool isAboveNumbers = layout.labelY.left() < layout.frame.area.left();
  paintAxisLabel(painter, view.y.label, slotY, layout.labelY,
                 isAboveNumbers ? AxisSide::Right : AxisSide::Left, kit);
}

} // namespace eigenboard::render
