#include "views/render/chart/chart_words.h"

#include "views/render/clipping.h"
#include "views/render/figure_type.h"
#include "views/render/space/space_labels.h"
#include "views/render/text_color.h"
#include "views/render/ticks.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace eigenboard::render::chart {

namespace {

constexpr double wordPixelsPerEm = 16;
constexpr double wordHalo = 2.5;
constexpr double beyondGrip = 10; // px between a bar's end and its number, so that a grip has room
constexpr double beyondBar = 6;

/// Text with a rim in the colour of the surface, so that it reads over lines.
void paintHaloText(QPainter& painter, QPointF baseline, const QString& text, const QColor& ink,
                   const PaintKit& kit) {
  if (kit.halos) {
    QPainterPath path;
    path.addText(baseline, painter.font(), text);
    painter.strokePath(path,
                       QPen(kit.theme->surface, 2 * wordHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  painter.setPen(ink);
  painter.drawText(baseline, text);
}

/// Of text on a bar: the one of two that stands out more from the bar's colour on the surface.
QColor inkOn(const Theme& theme, scene::Role role, double opacity) {
  const QColor fill = theme.color(role);
  const auto share = static_cast<float>(std::clamp(opacity, 0.0, 1.0));
  const auto channel = [share](float over, float under) { return share * over + (1 - share) * under; };
  const QColor seen = QColor::fromRgbF(channel(fill.redF(), theme.surface.redF()),
                                       channel(fill.greenF(), theme.surface.greenF()),
                                       channel(fill.blueF(), theme.surface.blueF()));
  return contrastRatio(seen, theme.surface) > contrastRatio(seen, theme.text) ? theme.surface : theme.text;
}

bool hasHandle(const scene::ChartView& view, int set, int category) {
  return std::any_of(view.handles.begin(), view.handles.end(), [&](const scene::BarHandle& handle) {
    return handle.set == set && handle.category == category;
  });
}

/// Beyond the end of its bar, or on the bar where it reaches the edge of the area; in a stack in the middle
/// of its bar. Left out where there is no room.
void paintBarNumber(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame, int set,
                    int category, const PaintKit& kit) {
  const scene::BarSet& own = view.bars[static_cast<std::size_t>(set)];
  const auto bar = barRect(view, frame, set, category);
  const auto end = barEnd(view, frame, set, category);
  if (!bar || !end)
    return;
  const double value = own.values[static_cast<std::size_t>(category)];
  const QString text = decimalText(value, std::clamp(own.decimals.value_or(2), 0, 12));
  const QFontMetricsF metrics(painter.font());
  const QSizeF size(metrics.horizontalAdvance(text), metrics.capHeight());
  const double room = frame.isSideways() ? bar->height() : bar->width();
  const double needed = frame.isSideways() ? size.height() : size.width();
  if (needed > 1.35 * room + 8)
    return;
  const double along = frame.isSideways() ? size.width() : size.height();
  const bool fitsInside = (frame.isSideways() ? bar->width() : bar->height()) >= along + 6 && needed <= room;
  const double away = along / 2 + (kit.handles && hasHandle(view, set, category) ? beyondGrip : beyondBar);
  const double sign = value < 0 ? -1 : 1;
  const QPointF outwards = frame.isSideways() ? QPointF(sign * away, 0) : QPointF(0, -sign * away);
  const QRectF inner = frame.area().adjusted(2, -24, -2, 2);
  const bool isInside =
      view.layout == scene::BarLayout::Stacked || !inner.contains(space::centredBox(*end + outwards, size));
  if (isInside && !fitsInside)
    return;
  const QPointF centre = !isInside                                  ? *end + outwards
                         : view.layout == scene::BarLayout::Stacked ? bar->center()
                                                                    : *end - outwards;
  const QPointF baseline = centre + QPointF(-size.width() / 2, size.height() / 2);
  const scene::Role role = roleOf(own, category);
  if (isInside) {
    painter.setPen(inkOn(*kit.theme, role, own.opacity));
    painter.drawText(baseline, text);
  } else {
    paintHaloText(painter, baseline, text, textColor(*kit.theme, role), kit);
  }
}

LabelStyle wordStyle(const Theme& theme, scene::Role role, bool halos) {
  return {wordPixelsPerEm, textColor(theme, role), theme.error, theme.surface, halos ? wordHalo : 0.0};
}

void paintLevelName(QPainter& painter, const scene::Level& level, int slot, const ChartFrame& frame,
                    const PaintKit& kit) {
  const double share = frame.share(level.value);
  if (level.label.isEmpty() || !(share >= 0 && share <= 1))
    return;
  const auto formula = kit.formulas(level.label, slot);
  if (!formula)
    return;
  const LabelStyle style = wordStyle(*kit.theme, level.stroke.role, kit.halos);
  const QSizeF size = labelSize(*formula, style.pixelsPerEm);
  const QPointF end = frame.atShares(frame.isSideways() ? 0 : 1, share);
  QPointF centre = frame.isSideways() ? end + QPointF(size.width() / 2 + 6, size.height() / 2 + 2)
                                      : end - QPointF(size.width() / 2 + 4, size.height() / 2 + 5);
  if (!frame.isSideways() && centre.y() - size.height() / 2 < frame.area().top())
    centre.setY(end.y() + size.height() / 2 + 5);
  if (frame.isSideways() && centre.x() + size.width() / 2 > frame.area().right())
    centre.setX(end.x() - size.width() / 2 - 6);
  space::putFormula(painter, centre, *formula, style, kit);
}

} // namespace

void paintWords(QPainter& painter, const scene::ChartView& view, const ChartLayout& layout,
                const PaintKit& kit) {
  const ChartFrame& frame = layout.frame;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(figureFont(tickPixelSize, kit.theme->highContrast ? QFont::DemiBold : QFont::Medium));
  for (int set = 0; set < static_cast<int>(view.bars.size()); ++set)
    for (int category = 0; category < frame.categories() && view.bars[static_cast<std::size_t>(set)].decimals;
         ++category)
      paintBarNumber(painter, view, frame, set, category, kit);
  for (std::size_t i = 0; i < view.levels.size(); ++i)
    paintLevelName(painter, view.levels[i], LevelSlots + static_cast<int>(i), frame, kit);
  for (std::size_t i = 0; i < view.labels.size(); ++i) {
    const scene::Label& label = view.labels[i];
    const QPointF centre = frame.toPixel(label.at.x(), label.at.y()) + label.offset;
    if (label.tex.isEmpty() || !isDrawable(centre) ||
        !frame.area().adjusted(-40, -40, 40, 40).contains(centre))
      continue;
    if (const auto formula = kit.formulas(label.tex, LabelSlots + static_cast<int>(i)))
      space::putFormula(painter, centre, *formula, wordStyle(*kit.theme, label.role, kit.halos), kit);
  }
  painter.restore();
}

} // namespace eigenboard::render::chart
