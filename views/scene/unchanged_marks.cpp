#include "views/scene/unchanged_marks.h"

#include <algorithm>
#include <bit>

namespace eigenboard::scene {

namespace {

// Bits are compared, not values: the comparison of QPointF takes near for equal, and no NaN is equal to
// another.
bool looksSame(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool looksSame(QPointF a, QPointF b) {
  return looksSame(a.x(), b.x()) && looksSame(a.y(), b.y());
}

bool looksSame(const QLineF& a, const QLineF& b) {
  return looksSame(a.p1(), b.p1()) && looksSame(a.p2(), b.p2());
}

bool looksSame(const Stroke& a, const Stroke& b) {
  return a.role == b.role && looksSame(a.width, b.width) && a.dash == b.dash &&
         looksSame(a.opacity, b.opacity);
}

bool looksSame(const Fill& a, const Fill& b) {
  return a.role == b.role && looksSame(a.opacity, b.opacity);
}

template <typename T>
bool looksSame(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const T& one, const T& other) { return looksSame(one, other); });
}

template <typename T>
bool looksSame(const std::optional<T>& a, const std::optional<T>& b) {
  return a.has_value() == b.has_value() && (!a || looksSame(*a, *b));
}

bool looksSame(const Lattice& a, const Lattice& b) {
  return looksSame(a.origin, b.origin) && looksSame(a.first, b.first) && looksSame(a.second, b.second) &&
         looksSame(a.stroke, b.stroke);
}

bool looksSame(const Region& a, const Region& b) {
  return looksSame(a.fill, b.fill) && looksSame(a.stroke, b.stroke) && looksSame(a.outline, b.outline);
}

bool looksSame(const Segments& a, const Segments& b) {
  return looksSame(a.stroke, b.stroke) && looksSame(a.lines, b.lines);
}

bool looksSame(const Line& a, const Line& b) {
  return looksSame(a.through, b.through) && looksSame(a.direction, b.direction) &&
         looksSame(a.stroke, b.stroke);
}

bool looksSame(const Curve& a, const Curve& b) {
  return looksSame(a.stroke, b.stroke) && looksSame(a.points, b.points);
}

bool looksSame(const Arrow& a, const Arrow& b) {
  return looksSame(a.from, b.from) && looksSame(a.to, b.to) && looksSame(a.stroke, b.stroke) &&
         a.label == b.label;
}

bool looksSame(const Points& a, const Points& b) {
  return a.role == b.role && looksSame(a.radius, b.radius) && looksSame(a.opacity, b.opacity) &&
         looksSame(a.points, b.points);
}

bool looksSame(const Label& a, const Label& b) {
  return looksSame(a.at, b.at) && a.tex == b.tex && a.role == b.role && looksSame(a.offset, b.offset) &&
         a.mayYield == b.mayYield;
}

bool looksSame(const HeatMap& a, const HeatMap& b) {
  return a.columns == b.columns && a.rows == b.rows && looksSame(a.left, b.left) &&
         looksSame(a.right, b.right) && looksSame(a.bottom, b.bottom) && looksSame(a.top, b.top) &&
         looksSame(a.minimum, b.minimum) && looksSame(a.maximum, b.maximum) &&
         looksSame(a.opacity, b.opacity) && a.areCells == b.areCells && looksSame(a.values, b.values);
}

bool standAlike(const std::vector<Handle>& one, const std::vector<Handle>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Handle& a, const Handle& b) { return looksSame(a.position, b.position); });
}

bool looksSame(const Mark& a, const Mark& b) {
  return a.index() == b.index() &&
         std::visit(
             [&b](const auto& mark) { return looksSame(mark, std::get<std::decay_t<decltype(mark)>>(b)); },
             a);
}

} // namespace

std::size_t unchangedMarks(const PlaneView& one, const PlaneView& other) {
  const bool handlesStand = standAlike(one.handles, other.handles);
  const auto end =
      std::mismatch(one.marks.begin(), one.marks.end(), other.marks.begin(), other.marks.end(),
                    [handlesStand](const Mark& a, const Mark& b) {
                      return (handlesStand || !std::holds_alternative<Arrow>(a)) && looksSame(a, b);
                    });
  return static_cast<std::size_t>(end.first - one.marks.begin());
}

} // namespace eigenboard::scene
