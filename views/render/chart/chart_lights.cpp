#include "views/render/chart/chart_hover.h"

#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::render::chart {

namespace {

constexpr double rimWidth = 2.5;
constexpr double levelBand = 9;

MarkNames symbolNames(const QString& tex) {
  const qsizetype equals = tex.indexOf(u'=');
  return {{}, (equals < 0 ? tex : tex.first(equals)).trimmed()};
}

} // namespace

MarkNames namesOf(const scene::BarHandle& handle, double value) {
  MarkNames names;
  names.keys.push_back(handle.key);
  // A bar that moves the others with it still is one parameter's: the first.
  const scene::Assignments set = handle.drag ? handle.drag(value) : scene::Assignments{};
  if (!set.empty() && set.front().first != handle.key)
    names.keys.push_back(set.front().first);
  return names;
}

MarkNames chartNamesAt(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel, double radius) {
  if (const int grip = gripAt(view, frame, pixel, radius); grip >= 0) {
    const scene::BarHandle& handle = view.handles[static_cast<std::size_t>(grip)];
    return namesOf(handle, gripValue(view, frame, handle).value_or(0));
  }
  const double category = std::round(frame.acrossAt(pixel));
  if (frame.area().contains(pixel) && category >= 0 && category < frame.categories())
    for (int set = 0; set < static_cast<int>(view.bars.size()); ++set)
      if (const auto bar = barRect(view, frame, set, static_cast<int>(category)); bar && bar->contains(pixel))
        return symbolNames(view.categories[static_cast<std::size_t>(category)].label);
  return {};
}

void paintChartLights(QPainter& painter, const scene::ChartView& view, const ChartFrame& frame,
                      const IsLit& isLit, const Theme& theme) {
  if (!isLit)
    return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.color(scene::Role::Highlight), rimWidth));
  const auto rim = [&](int set, int category) {
    if (const auto bar = barRect(view, frame, set, category))
      painter.drawRoundedRect(bar->adjusted(-4, -4, 4, 4), 4, 4);
  };
  for (const scene::BarHandle& handle : view.handles)
    if (isLit(namesOf(handle, gripValue(view, frame, handle).value_or(0))))
      rim(handle.set, handle.category);
  for (int category = 0; category < frame.categories(); ++category)
    if (const MarkNames names = symbolNames(view.categories[static_cast<std::size_t>(category)].label);
        !names.isEmpty() && isLit(names))
      for (int set = 0; set < static_cast<int>(view.bars.size()); ++set)
        rim(set, category);
  QColor glow = theme.color(scene::Role::Highlight);
  glow.setAlphaF(0.38F);
  painter.setPen(QPen(glow, levelBand, Qt::SolidLine, Qt::FlatCap));
  for (const scene::Level& level : view.levels)
    if (const double share = frame.share(level.value);
        share >= 0 && share <= 1 && !level.label.isEmpty() && isLit(symbolNames(level.label)))
      painter.drawLine(QLineF(frame.atShares(0, share), frame.atShares(1, share)));
  painter.restore();
}

} // namespace eigenboard::render::chart
