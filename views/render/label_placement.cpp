#include "views/render/label_placement.h"

#include "views/render/clipping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::render {
namespace {

struct Candidate {
  double along;    ///< how much of the way from the tip goes on in the arrow's direction
  double sideways; ///< and how much to its left
  double anchor;   ///< where on the arrow it starts: 1 at the tip
  double reluctance;
};

constexpr std::array<Candidate, 7> candidates{{
    {1, 0, 1, 0},
    {0.75, 0.75, 1, 4},
    {0.75, -0.75, 1, 5},
    {0, 1, 1, 9},
    {0, -1, 1, 10},
    {0, 1, 0.55, 16},
    {0, -1, 0.55, 17},
}};

/// What the last frame's place is worth, in the same currency as reluctance.
constexpr double loyalty = 6;

/// The distance from the centre of a box to its edge in a direction.
double boxExtent(QSizeF size, QPointF direction) {
  const double across = std::abs(direction.x()) > 1e-9 ? size.width() / 2 / std::abs(direction.x())
                                                       : std::numeric_limits<double>::infinity();
  const double up = std::abs(direction.y()) > 1e-9 ? size.height() / 2 / std::abs(direction.y())
                                                   : std::numeric_limits<double>::infinity();
  return std::min(across, up);
}

QRectF boxAt(QPointF centre, QSizeF size) {
  return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

double share(const QRectF& part, const QRectF& whole) {
  return part.isEmpty() ? 0 : part.width() * part.height() / (whole.width() * whole.height());
}

double cost(const QRectF& box, const Obstacles& obstacles, const QRectF& area) {
  double sum = 80 * (1 - share(box.intersected(area), box));
  for (const QRectF& other : obstacles.boxes) {
    constexpr double touching = 0.02; // a rim on another word is not worth the way to the next place
    const double covered = share(box.intersected(other), box);
    sum += 60 * covered + (covered > touching ? 6 : 0);
  }
  for (const QLineF& line : obstacles.lines)
    if (const auto through = clippedSegment(line.p1(), line.p2(), box))
      sum += 40 * through->length() / (box.width() + box.height());
  return sum;
}

} // namespace

LabelSpot arrowLabelSpot(QPointF from, QPointF to, QSizeF size, double clearance, const QRectF& area,
                         const Obstacles& obstacles, int previous) {
  const QPointF whole = to - from;
  const double length = std::hypot(whole.x(), whole.y());
  const QPointF along = length > 0 ? whole / length : QPointF(0, -1);
  const QPointF left(along.y(), -along.x());
  LabelSpot best;
  double bestCost = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const QPointF way = candidate.along * along + candidate.sideways * left;
    const QPointF direction = way / std::hypot(way.x(), way.y());
    const QPointF anchor = from + candidate.anchor * whole;
    const QPointF centre = anchor + direction * (boxExtent(size, direction) + clearance);
    const bool isPrevious = static_cast<int>(i) == previous;
    const double total =
        cost(boxAt(centre, size), obstacles, area) + candidate.reluctance - (isPrevious ? loyalty : 0);
    if (total < bestCost) {
      bestCost = total;
      best = {centre, static_cast<int>(i)};
    }
  }
  if (area.contains(to) && size.width() < area.width() && size.height() < area.height()) {
    const double halfWidth = size.width() / 2;
    const double halfHeight = size.height() / 2;
    best.centre.setX(std::clamp(best.centre.x(), area.left() + halfWidth, area.right() - halfWidth));
    best.centre.setY(std::clamp(best.centre.y(), area.top() + halfHeight, area.bottom() - halfHeight));
  }
  return best;
}

} // namespace eigenboard::render
