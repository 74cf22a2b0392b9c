#include "views/panels/optimization/optimizers_trails.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace {

constexpr std::size_t newest = 300;
constexpr std::size_t most = 1500;
constexpr double pixelsAcross = 1600; ///< of the largest window, half-pixels of a usual one
constexpr double surroundings = 1e4;  ///< in sides of the window
constexpr std::size_t columns = 600;

/// Without the points nearer than spacing to the one kept before, but for the last few.
std::vector<QPointF> spaced(const std::vector<QPointF>& points, double spacing) {
  std::vector<QPointF> kept;
  kept.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool isNew = i + newest >= points.size();
    const QPointF step = kept.empty() ? QPointF() : points[i] - kept.back();
    if (kept.empty() || i + 1 == points.size() || (isNew && !step.isNull()) ||
        std::hypot(step.x(), step.y()) >= spacing)
      kept.push_back(points[i]);
  }
  return kept;
}

} // namespace

std::vector<QPointF> trailOf(std::span<const Step> steps, std::size_t walk,
                             const eigenboard::optimization::Window& window) {
  const double side = (window.high - window.low).maxCoeff();
  const Eigen::Vector2d middle = (window.high + window.low) / 2;
  std::vector<QPointF> points;
  points.reserve(steps.size());
  for (const Step& step : steps) {
    const Walk& one = step.walks[walk];
    points.emplace_back(one.state.point.x(), one.state.point.y());
    const bool isGone = (one.state.point - middle).lpNorm<Eigen::Infinity>() > surroundings * side;
    if (!one.moving || isGone)
      break;
  }
  double spacing = side / pixelsAcross;
  points = spaced(points, spacing);
  while (points.size() > most) {
    spacing *= 2;
    points = spaced(points, spacing);
    if (spacing > side)
      break;
  }
  return points;
}

std::vector<QPointF> graphOf(std::span<const Step> steps, std::size_t walk, int firstStep, Measure measure) {
  std::size_t count = 0;
  while (count < steps.size() && (count == 0 || steps[count - 1].walks[walk].moving))
    ++count;
  const std::size_t width = std::max<std::size_t>(1, count / columns);
  std::vector<QPointF> points;
  points.reserve(std::min(count, 2 * columns + 2));
  for (std::size_t from = 0; from < count; from += width) {
    std::vector<QPointF> column;
    for (std::size_t k = from; k < std::min(count, from + width); ++k) {
      const QPointF point(firstStep + static_cast<double>(k),
                          measure(*steps[k].problem, steps[k].walks[walk]));
      if (std::isfinite(point.y()))
        column.push_back(point);
    }
    if (column.size() > 2) {
      const auto lower = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
      auto [lowest, highest] = std::minmax_element(column.begin(), column.end(), lower);
      if (lowest->x() > highest->x())
        std::swap(lowest, highest);
      points.push_back(*lowest);
      points.push_back(*highest);
    } else {
      points.insert(points.end(), column.begin(), column.end());
    }
  }
  return points;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
