#include "views/render/chart/chart_hover.h"

#include "views/render/chart/earlier_bars.h"
#include "views/render/ticks.h"
#include "views/render/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::render::chart {

namespace {

constexpr double markReach = 14;
constexpr double levelReach = 5;
constexpr double earlierEndReach = 3;

double pixelsBetween(QPointF a, QPointF b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// "A, B": the parts that say something.
QString joinedWords(const QString& first, const QString& second) {
  return first.isEmpty() ? second : second.isEmpty() ? first : first + QStringLiteral(", ") + second;
}

QString categoryName(const scene::ChartView& view, int category) {
  const auto index = static_cast<std::size_t>(category);
  return index < view.categories.size() ? view.categories[index].name : QString();
}

std::optional<HoverNote> pointNote(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel) {
  std::optional<HoverNote> note;
  double nearest = markReach;
  const auto offer = [&](const QString& name, const QString& values, QPointF at) {
    if (const double away = pixelsBetween(at, pixel); away <= nearest) {
      nearest = away;
      note = HoverNote{name, values, at};
    }
  };
  for (std::size_t i = 0; i < view.boxes.size() && view.bars.empty(); ++i)
    for (const double outlier : view.boxes[i].outliers)
      offer(joinedWords(view.boxes[i].name, tr("outlier")), valueText(outlier, frame),
            frame.toPixel(static_cast<double>(i), outlier));
  for (const scene::LineSet& line : view.lines)
    for (const QPointF& point : line.points)
      // Most points of a long line are far away, which is cheap to see.
      if (const QPointF at = frame.toPixel(point.x(), point.y()); std::abs(at.x() - pixel.x()) <= nearest)
        offer(line.name,
              QStringLiteral("(%1, %2)").arg(QString::number(point.x(), 'g', 8), valueText(point.y(), frame)),
              at);
  return note;
}

std::optional<HoverNote> boxNote(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel) {
  const double x = frame.acrossAt(pixel);
  const double category = std::round(x);
  if (!view.bars.empty() || frame.categories() == 0 || std::abs(x - category) > 0.3 || category < 0 ||
      category >= static_cast<double>(view.boxes.size()))
    return std::nullopt;
  const scene::BoxPlot& box = view.boxes[static_cast<std::size_t>(category)];
  const double value = frame.valueAt(pixel);
  if (!(value >= box.least && value <= box.greatest))
    return std::nullopt;
  return HoverNote{box.name,
                   tr("median %1, middle half %2 to %3, whiskers %4 to %5")
                       .arg(valueText(box.median, frame), valueText(box.lowerQuartile, frame),
                            valueText(box.upperQuartile, frame), valueText(box.least, frame),
                            valueText(box.greatest, frame)),
                   pixel};
}

std::optional<HoverNote> barNote(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel) {
  const int category = static_cast<int>(std::lround(std::clamp(frame.acrossAt(pixel), -1.0, 2000.0)));
  for (int set = 0; set < static_cast<int>(view.bars.size()); ++set) {
    const auto bar = barRect(view, frame, set, category);
    const auto end = barEnd(view, frame, set, category);
    // A low bar is still met a few pixels above and below.
    if (!bar || !end || !bar->adjusted(0, -3, 0, 3).contains(pixel))
      continue;
    const scene::BarSet& own = view.bars[static_cast<std::size_t>(set)];
    if (own.opacity == 0) // it only lifts the others
      continue;
    return HoverNote{joinedWords(own.name, categoryName(view, category)),
                     valueText(own.values[static_cast<std::size_t>(category)], frame), *end};
  }
  return std::nullopt;
}

/// Their ends only: beside a present bar, and within it, that is the one meant.
std::optional<HoverNote> earlierBarNote(const scene::ChartView& view, const ChartFrame& frame,
                                        QPointF pixel) {
  for (const EarlierBar& bar : earlierBars(view, frame)) {
    const QPointF away = pixel - bar.end;
    const double along = std::abs(frame.isSideways() ? away.x() : away.y());
    const double across = std::abs(frame.isSideways() ? away.y() : away.x());
    if (along <= earlierEndReach && across <= (frame.isSideways() ? bar.box.height() : bar.box.width()) / 2)
      return HoverNote{joinedWords(bar.set->name, categoryName(view, bar.category)),
                       valueText(bar.set->values[static_cast<std::size_t>(bar.category)], frame), bar.end};
  }
  return std::nullopt;
}

std::optional<HoverNote> levelNote(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel) {
  for (const scene::Level& level : view.levels) {
    const QPointF at = frame.toPixel(frame.left(), level.value);
    const double away = frame.isSideways() ? at.x() - pixel.x() : at.y() - pixel.y();
    if (!level.name.isEmpty() && std::abs(away) <= levelReach)
      return HoverNote{level.name, valueText(level.value, frame), pixel};
  }
  return std::nullopt;
}

std::optional<HoverNote> areaNote(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel) {
  if (view.areas.empty() || view.areaX.empty())
    return std::nullopt;
  const double x = frame.acrossAt(pixel);
  std::size_t nearest = 0;
  for (std::size_t i = 0; i < view.areaX.size(); ++i)
    if (std::abs(view.areaX[i] - x) < std::abs(view.areaX[nearest] - x))
      nearest = i;
  const double value = frame.valueAt(pixel);
  for (std::size_t area = 0; area < view.areas.size(); ++area) {
    const ValueSpan span = areaSpans(view, static_cast<int>(area))[nearest];
    if (value < std::min(span.from, span.to) || value > std::max(span.from, span.to))
      continue;
    return HoverNote{
        view.areas[area].name,
        tr("%1 at %2")
            .arg(valueText(span.to - span.from, frame), QString::number(view.areaX[nearest], 'g', 8)),
        frame.toPixel(view.areaX[nearest], span.to)};
  }
  return std::nullopt;
}

} // namespace

int gripAt(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel, double radius) {
  int found = -1;
  double nearest = radius;
  for (std::size_t i = 0; i < view.handles.size(); ++i)
    if (const auto end = barEnd(view, frame, view.handles[i].set, view.handles[i].category))
      if (const double away = pixelsBetween(*end, pixel); away <= nearest) {
        nearest = away;
        found = static_cast<int>(i);
      }
  for (std::size_t i = 0; found < 0 && i < view.handles.size(); ++i)
    if (const auto bar = barRect(view, frame, view.handles[i].set, view.handles[i].category);
        bar && bar->contains(pixel))
      found = static_cast<int>(i);
  return found;
}

int gripNamed(const scene::ChartView& view, const QString& key) {
  const auto found = std::find_if(view.handles.begin(), view.handles.end(),
                                  [&key](const scene::BarHandle& handle) { return handle.key == key; });
  return found == view.handles.end() || key.isEmpty() ? -1 : static_cast<int>(found - view.handles.begin());
}

std::optional<double> gripValue(const scene::ChartView& view, const ChartFrame& frame,
                                const scene::BarHandle& handle) {
  if (!barSpan(view, frame, handle.set, handle.category))
    return std::nullopt;
  return view.bars[static_cast<std::size_t>(handle.set)].values[static_cast<std::size_t>(handle.category)];
}

QString valueText(double value, const ChartFrame& frame) {
  if (!std::isfinite(value))
    return decimalText(value, 3);
  const double size = std::abs(value);
  if (size != 0 && (size >= 1e7 || size < 1e-4))
    return QString::number(value, 'g', 6).replace(u'-', u'−');
  const double resolution = frame.isLogarithmic() ? 1000 / size : frame.pixelsPerValue();
  return decimalText(value, std::clamp(static_cast<int>(std::ceil(std::log10(resolution))), 3, 12));
}

std::optional<HoverNote> chartNoteAt(const scene::ChartView& view, const ChartFrame& frame, QPointF pixel) {
  if (!frame.area().adjusted(0, 0, 0, 4).contains(pixel))
    return std::nullopt;
  for (const auto look : {pointNote, boxNote, earlierBarNote, barNote, levelNote, areaNote})
    if (auto note = look(view, frame, pixel))
      return note;
  return std::nullopt;
}

QString chartDescription(const scene::ChartView& view, const ChartFrame& frame, int focused) {
  const auto count = static_cast<int>(view.handles.size());
  if (focused >= 0 && focused < count) {
    const scene::BarHandle& handle = view.handles[static_cast<std::size_t>(focused)];
    const auto value = gripValue(view, frame, handle);
    return tr("Bar %1 of %2: %3, %4")
        .arg(focused + 1)
        .arg(count)
        .arg(handle.name, value ? valueText(*value, frame) : tr("no value"));
  }
  return count == 0
             ? QString()
             : QCoreApplication::translate("Figure", "%n bar(s) to stretch: press Tab", nullptr, count);
}

} // namespace eigenboard::render::chart
