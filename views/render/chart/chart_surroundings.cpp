#include "views/render/chart/chart_words.h"
#include "views/render/figure_type.h"
#include "views/render/space/space_labels.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render::chart {

namespace {

constexpr double textGap = 7;
constexpr double leastRoom = 16; // px that a category needs for its name to be considered

void paintName(QPainter& painter, const QString& tex, int slot, const QRectF& row, bool isAtRight,
               const PaintKit& kit) {
  if (row.isEmpty() || tex.isEmpty())
    return;
  const typesetting::FormulaPointer formula = kit.formulas(tex, slot);
  if (!formula)
    return;
  constexpr double smallest = 0.6;
  const double whole = labelSize(*formula, axisNamePixelsPerEm).width();
  const double fit = std::clamp(row.width() / std::max(1.0, whole), smallest, 1.0);
  const LabelStyle style{axisNamePixelsPerEm * fit, kit.theme->color(scene::Role::Muted), kit.theme->error,
                         kit.theme->surface, 0};
  const double half = labelSize(*formula, style.pixelsPerEm).width() / 2;
  space::putFormula(painter, {isAtRight ? row.right() - half : row.left() + half, row.center().y()}, *formula,
                    style, kit);
}

/// A number centred under a point of the lower edge but within the canvas, or left of one of the left edge.
void paintTick(QPainter& painter, const QString& text, QPointF at, bool isUnder, double canvasWidth) {
  const QFontMetricsF metrics(painter.font());
  const double width = metrics.horizontalAdvance(text);
  if (isUnder)
    painter.drawText(
        QPointF(std::min(at.x() - width / 2, canvasWidth - width - 2), at.y() + textGap + metrics.ascent()),
        text);
  else
    painter.drawText(QPointF(at.x() - textGap - width, at.y() + metrics.capHeight() / 2), text);
}

void paintTicks(QPainter& painter, const ChartLayout& layout, const Theme& theme) {
  const ChartFrame& frame = layout.frame;
  painter.setFont(tickFont(theme));
  painter.setPen(theme.color(scene::Role::Muted));
  const double width = layout.size.width();
  for (const ValueTick& tick : layout.values)
    paintTick(painter, tick.text, frame.atShares(frame.isSideways() ? 1 : 0, frame.share(tick.value)),
              frame.isSideways(), width);
  for (const ValueTick& tick : layout.across)
    paintTick(painter, tick.text, frame.atShares(frame.shareAcross(tick.value), 0), !frame.isSideways(),
              width);
}

/// Names of the categories; with too little room for all of them every second, third, … one.
void paintCategories(QPainter& painter, const scene::ChartView& view, const ChartLayout& layout,
                     const PaintKit& kit) {
  const ChartFrame& frame = layout.frame;
  if (frame.categories() == 0)
    return;
  const double room = frame.acrossLength() / frame.categories();
  auto stride = std::max(1, static_cast<int>(std::ceil(leastRoom / room)));
  const auto formulaOf = [&](int category) {
    return kit.formulas(view.categories[static_cast<std::size_t>(category)].label, CategorySlots + category);
  };
  double widest = 0;
  for (int category = 0; category < frame.categories() && !frame.isSideways(); category += stride)
    if (const auto formula = formulaOf(category))
      widest = std::max(widest, labelSize(*formula, categoryPixelsPerEm).width());
  if (widest + 4 > room * stride)
    stride = static_cast<int>(std::ceil((widest + 4) / room));
  const LabelStyle style{categoryPixelsPerEm, kit.theme->text, kit.theme->error, kit.theme->surface, 0};
  for (int category = 0; category < frame.categories(); category += stride) {
    const auto formula = formulaOf(category);
    if (!formula)
      continue;
    const QPointF foot = frame.atShares(frame.shareAcross(category), 0);
    const double half = labelSize(*formula, style.pixelsPerEm).width() / 2;
    space::putFormula(painter, frame.isSideways() ? foot - QPointF(8 + half, 0) : foot + QPointF(0, 15),
                      *formula, style, kit);
  }
}

void paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, const Theme& theme) {
  painter.setFont(figureFont(tickPixelSize));
  const QFontMetricsF metrics(painter.font());
  for (const LegendEntry& entry : entries) {
    const double middle = entry.box.center().y();
    QColor color = theme.color(entry.stroke.role);
    if (entry.sign == LegendSign::Square) {
      color.setAlphaF(static_cast<float>(std::clamp(entry.opacity, 0.0, 1.0)));
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawRoundedRect(QRectF(entry.box.left() + 2, middle - 6, 12, 12), 2, 2);
    } else {
      QPen pen(color, std::clamp(entry.stroke.width, 1.0, 4.0), Qt::SolidLine, Qt::FlatCap);
      if (entry.stroke.dash == scene::Dash::Dashed)
        pen.setDashPattern({2.4, 1.6});
      else if (entry.stroke.dash == scene::Dash::Dotted)
        pen.setDashPattern({0.8, 1.2});
      painter.setPen(pen);
      painter.drawLine(QPointF(entry.box.left(), middle), QPointF(entry.box.left() + 16, middle));
    }
    painter.setPen(theme.text);
    painter.drawText(
        QPointF(entry.box.left() + 22, middle + metrics.capHeight() / 2),
        metrics.elidedText(entry.name, Qt::ElideRight, std::max(8.0, entry.box.width() - 22 + 1)));
  }
}

} // namespace

void paintSurroundings(QPainter& painter, const scene::ChartView& view, const ChartLayout& layout,
                       const PaintKit& kit) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintViewTitle(painter, view.title, layout.title, *kit.theme);
  paintLegend(painter, layout.legend, *kit.theme);
  paintTicks(painter, layout, *kit.theme);
  paintCategories(painter, view, layout, kit);
  const bool isSideways = layout.frame.isSideways();
  paintName(painter, view.value.label, ValueLabelSlot, layout.valueLabel, isSideways, kit);
  paintName(painter, view.x.label, AcrossLabelSlot, layout.acrossLabel, !isSideways, kit);
  painter.restore();
}

} // namespace eigenboard::render::chart
