#include "views/render/lattice.h"

#include "views/render/clipping.h"
#include "views/render/ticks.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double leastSpacing = 6;
constexpr double outside = 8;

double cross(QPointF a, QPointF b) {
  return a.x() * b.y() - a.y() * b.x();
}

double length(QPointF vector) {
  return std::hypot(vector.x(), vector.y());
}

/// How many cells from its origin a lattice is drawn: ten times the way to the farthest corner of the view.
double reachOf(const scene::Lattice& lattice, const PlaneRange& range) {
  const double farthest =
      std::max({std::abs(range.left - lattice.origin.x()), std::abs(range.right - lattice.origin.x()),
                std::abs(range.bottom - lattice.origin.y()), std::abs(range.top - lattice.origin.y())});
  return std::ceil(10 * farthest);
}

/// The lines origin + i·across + t·along, i an integer, |t| and |i| at most reach.
void appendFamily(std::vector<QLineF>& lines, QPointF origin, QPointF across, QPointF along, double reach,
                  const QRectF& bounds) {
  const double determinant = cross(across, along);
  double lowest = reach;
  double highest = -reach;
  for (const QPointF corner :
       {bounds.topLeft(), bounds.topRight(), bounds.bottomLeft(), bounds.bottomRight()}) {
    const double index = cross(corner - origin, along) / determinant;
    lowest = std::min(lowest, index);
    highest = std::max(highest, index);
  }
  lowest = std::max(lowest, -reach);
  highest = std::min(highest, reach);
  const double spacing = std::abs(determinant) / length(along);
  const double stride = std::max(1.0, tickStep(1, spacing, leastSpacing));
  const double first = std::ceil(lowest / stride);
  const double count = std::floor(highest / stride) - first + 1;
  // Beyond 2⁵³ doubles skip whole numbers: so far from its origin a lattice has no lines that could be told
  // apart.
  if (!(std::abs(first) < 0x1p53) || !(count <= (bounds.width() + bounds.height()) / leastSpacing + 1))
    return;
  for (int k = 0; k < static_cast<int>(count); ++k) {
    const QPointF through = origin + (first + k) * stride * across;
    if (const auto line = clippedSegment(through - reach * along, through + reach * along, bounds))
      lines.push_back(*line);
  }
}

} // namespace

std::vector<QLineF> latticeLines(const scene::Lattice& lattice, const PlaneFrame& frame) {
  std::vector<QLineF> lines;
  const QPointF origin = frame.toPixel(lattice.origin);
  const QPointF first = frame.toPixelVector(lattice.first);
  const QPointF second = frame.toPixelVector(lattice.second);
  if (!isDrawable(origin) || !isDrawable(first) || !isDrawable(second))
    return lines;
  const QRectF bounds = frame.area.adjusted(-outside, -outside, outside, outside);
  const double firstLength = length(first);
  const double secondLength = length(second);
  // Below 1e-12 the two directions agree in all digits that rounding leaves, and the cells are thinner than
  // any pixel.
  if (std::abs(cross(first, second)) <= 1e-12 * firstLength * secondLength) {
    if (const auto line = clippedLine(origin, firstLength > secondLength ? first : second, bounds))
      lines.push_back(*line);
    return lines;
  }
  // Lines at most one diagonal apart, six pixels between them: (width + height) / 6 is more than any family
  // needs.
  const double reach = reachOf(lattice, frame.range);
  appendFamily(lines, origin, first, second, reach, bounds);
  appendFamily(lines, origin, second, first, reach, bounds);
  return lines;
}

} // namespace eigenboard::render
