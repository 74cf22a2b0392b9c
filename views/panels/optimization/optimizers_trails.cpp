#include "views/panels/optimization/optimizers_trails.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace {

constexpr std::size_t first = 1000;
constexpr std::size_t newest = 300;
constexpr std::size_t between = 600;
constexpr std::size_t most = 1500;
constexpr double pixelsAcross = 1600; ///< of the largest window, half-pixels of a usual one
constexpr double surroundings = 1e4;  ///< in sides of the window
constexpr std::size_t columns = 600;

/// The step after the k-th that is looked at: the first and the newest all, of those between so many that
/// looking at ten thousand takes no longer than at two.
std::size_t following(std::size_t k, std::size_t count) {
  if (k < first || count <= first + newest || k + newest >= count)
    return k + 1;
  const std::size_t stride = (count - first - newest) / between + 1;
  return std::min(k + stride, count - newest);
}

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
  points.reserve(std::min<std::size_t>(steps.size(), 2 * most));
  for (std::size_t k = 0; k < steps.size(); k = following(k, steps.size())) {
    const Walk& one = steps[k].walks[walk];
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

std::vector<QPointF> graphOf(std::span<const Step> steps, std::size_t walk, int firstStep) {
  const std::size_t width = std::max<std::size_t>(1, steps.size() / columns);
  std::vector<QPointF> points;
  points.reserve(std::min(steps.size(), 2 * columns + 4));
  const auto at = [firstStep, &steps, walk](std::size_t k) {
    return QPointF(firstStep + static_cast<double>(k), steps[k].walks[walk].state.value);
  };
  bool isMoving = true;
  for (std::size_t from = 0; from < steps.size() && isMoving; from += width) {
    std::size_t lowest = from;
    std::size_t highest = from;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t k = from; k < std::min(steps.size(), from + width) && isMoving; ++k) {
      const Walk& one = steps[k].walks[walk];
      const double value = one.state.value;
      if (value < low) {
        low = value;
        lowest = k;
      }
      if (value > high) {
        high = value;
        highest = k;
      }
      isMoving = one.moving;
    }
    if (!std::isfinite(low) || !std::isfinite(high))
      continue;
    points.push_back(at(std::min(lowest, highest)));
    if (lowest != highest)
      points.push_back(at(std::max(lowest, highest)));
  }
  return points;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
