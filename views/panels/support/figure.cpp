#include "views/panels/support/figure.h"

#include "core/linear_algebra/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::panels::figure {

QPointF toPoint(const Eigen::Vector2d& vector) {
  return {vector.x(), vector.y()};
}

Eigen::Vector2d toVector(QPointF point) {
  return {point.x(), point.y()};
}

Eigen::Vector2d quarterTurn(const Eigen::Vector2d& vector) {
  return {-vector.y(), vector.x()};
}

Outline unitCircle(int count) {
  Outline circle;
  circle.reserve(static_cast<std::size_t>(count) + 1);
  for (int i = 0; i <= count; ++i) {
    const double angle = 2 * std::numbers::pi * (i % count) / count;
    circle.emplace_back(std::cos(angle), std::sin(angle));
  }
  return circle;
}

Outline unitSquare() {
  return {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
}

Outline letter() {
  return {{-1.3, 0.3}, {-1.0, 0.3}, {-1.0, 0.85}, {-0.55, 0.85}, {-0.55, 1.1},
          {-1.0, 1.1}, {-1.0, 1.4}, {-0.4, 1.4},  {-0.4, 1.65},  {-1.3, 1.65}};
}

Outline house() {
  return {{-1.4, 0.3}, {-0.4, 0.3},  {-0.4, 1.1}, {-0.55, 1.22}, {-0.55, 1.5},
          {-0.7, 1.5}, {-0.7, 1.34}, {-0.9, 1.5}, {-1.4, 1.1}};
}

Outline door() {
  return {{-1.25, 0.3}, {-1.0, 0.3}, {-1.0, 0.8}, {-1.25, 0.8}};
}

Outline mapped(const Eigen::Matrix2d& M, const Outline& outline) {
  Outline image;
  image.reserve(outline.size());
  for (const Eigen::Vector2d& point : outline)
    image.push_back(M * point);
  return image;
}

std::vector<QPointF> toPoints(const Outline& outline) {
  std::vector<QPointF> points;
  points.reserve(outline.size());
  for (const Eigen::Vector2d& point : outline)
    points.push_back(toPoint(point));
  return points;
}

scene::Lattice lattice(const Eigen::Matrix2d& M, const scene::Stroke& stroke) {
  return {{0, 0}, toPoint(M.col(0)), toPoint(M.col(1)), stroke};
}

scene::Arrow arrow(const Eigen::Vector2d& to, const scene::Stroke& stroke, const QString& label,
                   const QString& name) {
  return {{0, 0}, toPoint(to), stroke, label, name};
}

scene::Line lineThroughOrigin(const Eigen::Vector2d& direction, const scene::Stroke& stroke,
                              const QString& name) {
  return {{0, 0}, toPoint(direction), stroke, name};
}

std::vector<QPointF> arc(const Eigen::Vector2d& from, const Eigen::Vector2d& to, double radius) {
  const double turn = eigenboard::linear_algebra::signedAngle(from, to);
  std::vector<QPointF> points;
  if (std::isnan(turn))
    return points;
  const double start = std::atan2(from.y(), from.x());
  // One chord for every five degrees stays within a tenth of a pixel of the arc at any size on a screen.
  const int chords = std::max(2, static_cast<int>(std::ceil(std::abs(turn) / (std::numbers::pi / 36))));
  for (int i = 0; i <= chords; ++i) {
    const double angle = start + turn * i / chords;
    points.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
  }
  return points;
}

Eigen::Vector2d farPoint(const Eigen::Vector2d& direction, double halfWidth, double halfHeight) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double acrossX = direction.x() != 0 ? halfWidth / std::abs(direction.x()) : infinity;
  const double acrossY = direction.y() != 0 ? halfHeight / std::abs(direction.y()) : infinity;
  const double reach = std::min(acrossX, acrossY);
  return std::isfinite(reach) ? Eigen::Vector2d(reach * direction) : Eigen::Vector2d::Zero();
}

scene::Handle handle(const QString& key, const QString& name, const Eigen::Vector2d& position,
                     scene::Role role, const QString& keyX, const QString& keyY) {
  return {key, name, toPoint(position), role, [keyX, keyY](QPointF to) {
            return scene::Assignments{{keyX, to.x()}, {keyY, to.y()}};
          }};
}

} // namespace eigenboard::panels::figure
