#include "views/render/chart/earlier_bars.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render::chart {

namespace {

constexpr double outlineWidth = 2; ///< a whole row of pixels wherever it lies
constexpr double earlierRimWidth = 4.5;
constexpr double rimOpacity = 0.7;

QColor faded(QColor color, double opacity) {
  color.setAlphaF(static_cast<float>(std::isfinite(opacity) ? std::clamp(opacity, 0.0, 1.0) : 1.0));
  return color;
}

} // namespace

std::vector<EarlierBar> earlierBars(const scene::ChartView& view, const ChartFrame& frame) {
  std::vector<EarlierBar> bars;
  for (const std::vector<scene::BarSet>& sets : view.earlierBars) {
    scene::ChartView earlier;
    earlier.layout = view.layout;
    earlier.bars = sets;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      const auto set = static_cast<int>(i);
      if (sets[i].opacity == 0) // it only lifts the others
        continue;
      for (int category = 0; category < frame.categories(); ++category)
        if (const auto box = barRect(earlier, frame, set, category);
            box && box != barRect(view, frame, set, category))
          bars.push_back({&sets[i], category, *box, *barEnd(earlier, frame, set, category)});
    }
  }
  return bars;
}

void paintEarlierBars(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                      const Theme& theme) {
  const QColor rim = faded(theme.surface, rimOpacity);
  painter.setBrush(Qt::NoBrush);
  for (const EarlierBar& bar : earlierBars(view, frame)) {
    const QColor color = faded(theme.color(roleOf(*bar.set, bar.category)), bar.set->opacity);
    for (const QPen& pen : {QPen(rim, earlierRimWidth), QPen(color, outlineWidth)}) {
      painter.setPen(pen);
      painter.drawRect(bar.box);
    }
  }
}

} // namespace eigenboard::render::chart
