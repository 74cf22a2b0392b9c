#include "core/probability/gaussian_plane.h"

#include "core/numerics/normal.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::probability {

namespace {

constexpr double noDensity = std::numeric_limits<double>::quiet_NaN();
constexpr double noBound = std::numeric_limits<double>::infinity();
const double logOfTurn = std::log(2 * std::numbers::pi);

Eigen::Vector2d standardized(const GaussianPlane& law, const Eigen::Vector2d& point) {
  return {(point.x() - law.mean.x()) / law.spreadX, (point.y() - law.mean.y()) / law.spreadY};
}

/// Where the standard normal pair z goes.
Eigen::Vector2d coloured(const GaussianPlane& law, const Eigen::Vector2d& z) {
  return law.mean +
         Eigen::Vector2d(law.spreadX * z.x(),
                         law.spreadY * (law.correlation * z.x() + std::sqrt(unexplainedShare(law)) * z.y()));
}

} // namespace

bool isSingular(const GaussianPlane& law) {
  return 1 - std::abs(law.correlation) <= leastIndependence;
}

Eigen::Matrix2d covariance(const GaussianPlane& law) {
  const double shared = law.correlation * law.spreadX * law.spreadY;
  Eigen::Matrix2d S;
  S << law.spreadX * law.spreadX, shared, shared, law.spreadY * law.spreadY;
  return S;
}

double unexplainedShare(const GaussianPlane& law) {
  return isSingular(law) ? 0 : (1 - law.correlation) * (1 + law.correlation);
}

EllipseAxes axesOf(const GaussianPlane& law) {
  const Eigen::Matrix2d S = covariance(law);
  const double middle = (S(0, 0) + S(1, 1)) / 2;
  // The difference of squares by its factors keeps its digits where the spreads are nearly equal.
  const double half = (law.spreadX - law.spreadY) * (law.spreadX + law.spreadY) / 2;
  const double shared = S(0, 1) + 0.0; // no negative zero, which would turn the angle round
  const double apart = std::hypot(half, shared);
  EllipseAxes axes;
  const double longest = middle + apart;
  const double determinant = S(0, 0) * S(1, 1) * unexplainedShare(law);
  axes.eigenvalues << longest, determinant / longest;
  axes.lengths << std::sqrt(longest),
      law.spreadX * law.spreadY * std::sqrt(unexplainedShare(law)) / std::sqrt(longest);
  const bool isRound = apart <= 1e-12 * middle;
  axes.angle = isRound ? noDensity : std::atan2(shared, half) / 2;
  const double turn = isRound ? 0 : axes.angle;
  axes.directions << std::cos(turn), -std::sin(turn), std::sin(turn), std::cos(turn);
  return axes;
}

Eigen::Vector2d axisEnd(const EllipseAxes& axes, int quarters) {
  const int turns = ((quarters % 4) + 4) % 4;
  const Eigen::Vector2d end = axes.lengths(turns % 2) * axes.directions.col(turns % 2);
  return turns < 2 ? end : Eigen::Vector2d(-end);
}

int quartersTowards(const EllipseAxes& axes, const Eigen::Vector2d& v) {
  const Eigen::Vector2d along = axes.directions.transpose() * v;
  if (std::abs(along.x()) >= std::abs(along.y()))
    return along.x() >= 0 ? 0 : 2;
  return along.y() >= 0 ? 1 : 3;
}

GaussianPlane withAxes(const Eigen::Vector2d& mean, const Eigen::Vector2d& axis, double otherLength) {
  const double length = axis.stableNorm();
  const Eigen::Vector2d unit = axis / length;
  GaussianPlane law{mean, std::hypot(axis.x(), otherLength * unit.y()),
                    std::hypot(axis.y(), otherLength * unit.x()), 0};
  const double shared = unit.x() * unit.y() * (length - otherLength) * (length + otherLength);
  if (shared != 0)
    law.correlation = shared / (law.spreadX * law.spreadY);
  return law;
}

NormalSlice conditionalOnX(const GaussianPlane& law, double x) {
  const double slope = law.correlation * law.spreadY / law.spreadX;
  return {law.mean.y() + slope * (x - law.mean.x()), law.spreadY * std::sqrt(unexplainedShare(law))};
}

double mahalanobis(const GaussianPlane& law, const Eigen::Vector2d& point) {
  const Eigen::Vector2d z = standardized(law, point);
  const double left = z.y() - law.correlation * z.x();
  if (isSingular(law))
    return std::abs(left) <= 1e-9 ? std::abs(z.x()) : noBound;
  return std::hypot(z.x(), left / std::sqrt(unexplainedShare(law)));
}

double massWithin(const GaussianPlane& law, double r) {
  return isSingular(law) ? std::erf(r / std::numbers::sqrt2) : -std::expm1(-r * r / 2);
}

double logDensity(const GaussianPlane& law, const Eigen::Vector2d& point) {
  if (isSingular(law))
    return noDensity;
  const double r = mahalanobis(law, point);
  return -r * r / 2 - logOfTurn - logDeterminant(law) / 2;
}

double logDeterminant(const GaussianPlane& law) {
  return 2 * std::log(law.spreadX) + 2 * std::log(law.spreadY) + std::log(unexplainedShare(law));
}

double entropy(const GaussianPlane& law) {
  return 1 + logOfTurn + logDeterminant(law) / 2;
}

double mutualInformation(const GaussianPlane& law) {
  if (isSingular(law))
    return noBound;
  return 0.0 - std::log1p(-law.correlation * law.correlation) / 2; // no negative zero
}

Eigen::Vector2d sample(const GaussianPlane& law, numerics::Random& random) {
  const double first = numerics::standardNormal(random);
  return coloured(law, {first, numerics::standardNormal(random)});
}

std::vector<Eigen::Vector2d> ellipse(const GaussianPlane& law, double r, int count) {
  std::vector<Eigen::Vector2d> points;
  points.reserve(static_cast<std::size_t>(count) + 1);
  for (int i = 0; i <= count; ++i) {
    const double angle = 2 * std::numbers::pi * (i % count) / count;
    points.push_back(coloured(law, {r * std::cos(angle), r * std::sin(angle)}));
  }
  return points;
}

} // namespace eigenboard::probability
