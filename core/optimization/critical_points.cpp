#include "core/optimization/critical_points.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::optimization {

namespace {

constexpr int coarseStarts = 15;
constexpr int fineStarts = 43;
constexpr int mostSteps =
    100; ///< a double zero of the gradient is halved a step, a triple one cut by a third
constexpr double mergedWithin = 1e-4;
constexpr double flatSlope = 1e-8;
constexpr double onBorder = 1e-6;

double widthOf(const Window& window) {
  return (window.high - window.low).maxCoeff();
}

double sizeOf(const Eigen::Vector2d& v) {
  return std::hypot(v.x(), v.y());
}

bool isInside(const Window& window, const Eigen::Vector2d& at, double room) {
  return ((at - window.low).array() >= -room).all() && ((window.high - at).array() >= -room).all();
}

/// −H⁺ g: the least step that solves H d = −g as well as can be. Curvatures far below the larger one have no
/// say.
Eigen::Vector2d leastNewtonStep(const calculus::SecondOrder& f, const calculus::Curvatures& bends) {
  const double largest = std::max(std::abs(bends.smallest), std::abs(bends.largest));
  const Eigen::Vector2d across(-bends.steepest.y(), bends.steepest.x());
  Eigen::Vector2d step = Eigen::Vector2d::Zero();
  const auto add = [&](const Eigen::Vector2d& way, double curvature) {
    if (std::abs(curvature) > 1e-12 * largest)
      step -= way.dot(f.gradient) / curvature * way;
  };
  add(bends.steepest, bends.largest);
  add(across, bends.smallest);
  return step;
}

/// Newton's method from one start; empty where it leaves the neighbourhood of the window or the second
/// derivatives.
std::optional<CriticalPoint> followed(const Objective& objective, Eigen::Vector2d at) {
  const double width = widthOf(objective.window);
  CriticalPoint best;
  best.slope = std::numeric_limits<double>::infinity();
  for (int k = 0; k < mostSteps; ++k) {
    const calculus::SecondOrder f = objective.secondOrder(at);
    if (!f.gradient.allFinite() || !f.hessian.allFinite())
      break;
    const calculus::Curvatures bends = calculus::curvatures(f.hessian);
    const double slope = sizeOf(f.gradient);
    if (slope < best.slope)
      best = {at, f.value, slope, bends, CriticalKind::Undecided};
    Eigen::Vector2d step = leastNewtonStep(f, bends);
    const double length = sizeOf(step);
    if (!(length > 1e-15 * width))
      break;
    if (length > width / 4)
      step *= width / 4 / length;
    at += step;
    if (!isInside(objective.window, at, width / 2))
      break;
  }
  if (!std::isfinite(best.slope))
    return std::nullopt;
  return best;
}

Eigen::Vector2d startAt(const Window& window, int count, int column, int row) {
  return {window.low.x() + (window.high.x() - window.low.x()) * column / (count - 1),
          window.low.y() + (window.high.y() - window.low.y()) * row / (count - 1)};
}

void measure(const Objective& objective, CriticalSet& set) {
  for (int row = 0; row < coarseStarts; ++row)
    for (int column = 0; column < coarseStarts; ++column) {
      const calculus::SecondOrder f =
          objective.secondOrder(startAt(objective.window, coarseStarts, column, row));
      const double slope = sizeOf(f.gradient);
      const calculus::Curvatures bends = calculus::curvatures(f.hessian);
      const double bend = std::max(std::abs(bends.smallest), std::abs(bends.largest));
      if (std::isfinite(slope))
        set.slopeScale = std::max(set.slopeScale, slope);
      if (std::isfinite(bend))
        set.curvatureScale = std::max(set.curvatureScale, bend);
    }
}

/// Whether there is another critical point a hundredth of the window away along a direction without
/// curvature.
bool comesBeside(const Objective& objective, const CriticalPoint& point, double scale) {
  const Eigen::Vector2d& steep = point.curvatures.steepest;
  const double away = 0.01 * widthOf(objective.window);
  const auto isThere = [&](const Eigen::Vector2d& way) {
    const auto beside = followed(objective, point.place + away * way);
    if (!beside)
      return false;
    const double distance = sizeOf(beside->place - point.place);
    return distance > 0.3 * away && distance < 3 * away &&
           beside->slope <= 10 * point.slope + 1e-12 * away * scale;
  };
  const auto isFlat = [scale](double curvature) { return std::abs(curvature) <= flatness * scale; };
  const Eigen::Vector2d across(-steep.y(), steep.x());
  return (isFlat(point.curvatures.smallest) && (isThere(across) || isThere(-across))) ||
         (isFlat(point.curvatures.largest) && (isThere(steep) || isThere(-steep)));
}

void search(const Objective& objective, int starts, CriticalSet& set) {
  const double width = widthOf(objective.window);
  set.points.clear();
  set.hasLine = false;
  for (int row = 0; row < starts; ++row)
    for (int column = 0; column < starts; ++column) {
      const auto found = followed(objective, startAt(objective.window, starts, column, row));
      if (!found || found->slope > flatSlope * set.slopeScale ||
          !isInside(objective.window, found->place, onBorder * width))
        continue;
      const auto same = std::find_if(set.points.begin(), set.points.end(), [&](const CriticalPoint& other) {
        return sizeOf(other.place - found->place) <= mergedWithin * width;
      });
      if (same == set.points.end())
        set.points.push_back(*found);
      else if (found->slope < same->slope)
        *same = *found;
    }
  for (CriticalPoint& point : set.points) {
    point.kind = kindOf(point.curvatures, set.curvatureScale);
    if (point.kind == CriticalKind::Undecided && !set.hasLine)
      set.hasLine = set.curvatureScale == 0 || comesBeside(objective, point, set.curvatureScale);
  }
  std::sort(set.points.begin(), set.points.end(), [](const CriticalPoint& one, const CriticalPoint& other) {
    return one.place.x() != other.place.x() ? one.place.x() < other.place.x()
                                            : one.place.y() < other.place.y();
  });
}

} // namespace

CriticalKind kindOf(const calculus::Curvatures& curvatures, double scale) {
  const double zero = flatness * scale;
  const double low = curvatures.smallest;
  const double high = curvatures.largest;
  if (!(std::abs(low) > zero) || !(std::abs(high) > zero))
    return CriticalKind::Undecided;
  return low > 0 ? CriticalKind::Minimum : high < 0 ? CriticalKind::Maximum : CriticalKind::Saddle;
}

int CriticalSet::count(CriticalKind kind) const {
  return static_cast<int>(std::count_if(points.begin(), points.end(),
                                        [kind](const CriticalPoint& point) { return point.kind == kind; }));
}

CriticalSet criticalPoints(const Objective& objective) {
  CriticalSet set;
  measure(objective, set);
  search(objective, coarseStarts, set);
  const std::optional<int> turns = windingNumber(objective);
  const int index =
      set.count(CriticalKind::Minimum) + set.count(CriticalKind::Maximum) - set.count(CriticalKind::Saddle);
  if (turns && set.count(CriticalKind::Undecided) == 0 && *turns != index)
    search(objective, fineStarts, set);
  return set;
}

std::optional<int> windingNumber(const Objective& objective, int samplesPerSide) {
  const Window& window = objective.window;
  const Eigen::Vector2d corners[] = {window.low,
                                     {window.high.x(), window.low.y()},
                                     window.high,
                                     {window.low.x(), window.high.y()},
                                     window.low};
  double sum = 0;
  std::optional<Eigen::Vector2d> before;
  for (int side = 0; side < 4; ++side)
    for (int i = side == 0 ? 0 : 1; i <= samplesPerSide; ++i) {
      const Eigen::Vector2d at =
          corners[side] + (corners[side + 1] - corners[side]) * i / std::max(1, samplesPerSide);
      Eigen::Vector2d g = objective.secondOrder(at).gradient;
      const double slope = sizeOf(g);
      if (!(slope > 0) || !std::isfinite(slope))
        return std::nullopt;
      g /= slope;
      if (before) {
        const double turn = std::atan2(before->x() * g.y() - before->y() * g.x(), before->dot(g));
        if (std::abs(turn) >= std::numbers::pi / 2)
          return std::nullopt;
        sum += turn;
      }
      before = g;
    }
  return static_cast<int>(std::lround(sum / (2 * std::numbers::pi)));
}

double secondOrderModel(const calculus::SecondOrder& f, const Eigen::Vector2d& step) {
  return f.value + f.gradient.dot(step) + step.dot(f.hessian * step) / 2;
}

Objective objectiveOf(const QuarticFamily& family) {
  Objective objective;
  objective.value = [s = family](const Eigen::Vector2d& p) {
    const double xx = p.x() * p.x();
    const double yy = p.y() * p.y();
    return s.a * xx + s.b * p.x() * p.y() + s.c * yy + s.m * p.x() * (xx - 3 * yy) +
           s.q * (xx * xx + yy * yy);
  };
  objective.secondOrder = [s = family, value = objective.value](const Eigen::Vector2d& p) {
    const double x = p.x();
    const double y = p.y();
    const double mixed = s.b - 6 * s.m * y;
    return calculus::SecondOrder{value(p),
                                 {2 * s.a * x + s.b * y + 3 * s.m * (x * x - y * y) + 4 * s.q * x * x * x,
                                  s.b * x + 2 * s.c * y - 6 * s.m * x * y + 4 * s.q * y * y * y},
                                 Eigen::Matrix2d{{2 * s.a + 6 * s.m * x + 12 * s.q * x * x, mixed},
                                                 {mixed, 2 * s.c - 6 * s.m * x + 12 * s.q * y * y}}};
  };
  objective.window = {{-2, -2}, {2, 2}};
  return objective;
}

} // namespace eigenboard::optimization
