#include "core/linear_algebra/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::linear_algebra {

namespace {

/// v over its largest coordinate, so that products of two such can neither over- nor underflow together.
Eigen::Vector2d withLargestCoordinateOne(const Eigen::Vector2d& v) {
  return v / v.cwiseAbs().maxCoeff();
}

double cross(const Eigen::Vector2d& u, const Eigen::Vector2d& v) {
  return u.x() * v.y() - u.y() * v.x();
}

} // namespace

double signedArea(std::span<const Eigen::Vector2d> vertices) {
  double twice = 0;
  for (std::size_t i = 1; i + 1 < vertices.size(); ++i)
    twice += cross(vertices[i] - vertices[0], vertices[i + 1] - vertices[0]);
  return twice / 2;
}

double signedAngle(const Eigen::Vector2d& u, const Eigen::Vector2d& v) {
  if (!u.allFinite() || !v.allFinite() || u.isZero(0) || v.isZero(0))
    return std::numeric_limits<double>::quiet_NaN();
  const Eigen::Vector2d a = withLargestCoordinateOne(u);
  const Eigen::Vector2d b = withLargestCoordinateOne(v);
  const double angle = std::atan2(cross(a, b), a.dot(b));
  // Opposite vectors: so close to −π the sign of the cross product is rounding, and π is in the range.
  const double rounding = 8 * std::numeric_limits<double>::epsilon();
  return angle <= -std::numbers::pi + rounding ? std::numbers::pi : angle;
}

double angleBetweenLines(const Eigen::Vector2d& u, const Eigen::Vector2d& v) {
  const double angle = std::abs(signedAngle(u, v));
  return std::min(angle, std::numbers::pi - angle);
}

std::optional<std::array<Eigen::VectorXd, 2>> lineInBox(const Eigen::Ref<const Eigen::VectorXd>& through,
                                                        const Eigen::Ref<const Eigen::VectorXd>& direction,
                                                        const Eigen::Ref<const Eigen::VectorXd>& lower,
                                                        const Eigen::Ref<const Eigen::VectorXd>& upper) {
  if (!through.allFinite() || !direction.allFinite() || direction.isZero(0))
    return std::nullopt;
  // Of length 1, so that no quotient by the part that matters overflows.
  const Eigen::VectorXd unit = direction.stableNormalized();
  double enters = -std::numeric_limits<double>::infinity();
  double leaves = std::numeric_limits<double>::infinity();
  for (Eigen::Index i = 0; i < unit.size(); ++i) {
    if (unit(i) == 0) {
      if (through(i) < lower(i) || through(i) > upper(i))
        return std::nullopt;
      continue;
    }
    const double one = (lower(i) - through(i)) / unit(i);
    const double other = (upper(i) - through(i)) / unit(i);
    enters = std::max(enters, std::min(one, other));
    leaves = std::min(leaves, std::max(one, other));
  }
  if (!(enters <= leaves) || !std::isfinite(leaves - enters))
    return std::nullopt;
  return std::array<Eigen::VectorXd, 2>{through + enters * unit, through + leaves * unit};
}

double degrees(double radians) {
  return radians * (180 / std::numbers::pi);
}

Eigen::Matrix2d rotation(double radians) {
  const double c = std::cos(radians);
  const double s = std::sin(radians);
  return Eigen::Matrix2d{{c, -s}, {s, c}};
}

Eigen::Matrix2d motion(const Eigen::Matrix2d& M, double t) {
  // The ends are exact: what is drawn at rest is the matrix itself, not a product that rounds to it.
  if (t >= 1)
    return M;
  if (t <= 0)
    return Eigen::Matrix2d::Identity();
  const double sine = M(1, 0) - M(0, 1);
  const double cosine = M(0, 0) + M(1, 1);
  // Both vanish for a multiple of a reflection, where every rotation is as near as the other: none is taken.
  const double angle = sine == 0 && cosine == 0 ? 0 : std::atan2(sine, cosine);
  const Eigen::Matrix2d stretch = rotation(-angle) * M;
  return rotation(t * angle) * ((1 - t) * Eigen::Matrix2d::Identity() + t * stretch);
}

} // namespace eigenboard::linear_algebra
