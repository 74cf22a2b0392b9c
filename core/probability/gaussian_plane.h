#pragma once

#include "core/numerics/random.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::probability {

/// A normal law of the plane by its mean, the spreads (standard deviations) of X and Y and their correlation.
/// The functions below want spreads above 0 and a correlation from −1 to 1; all cost O(1). Source: Bishop,
/// "Pattern Recognition and Machine Learning", section 2.3.
struct GaussianPlane {
  Eigen::Vector2d mean = Eigen::Vector2d::Zero();
  double spreadX = 1;
  double spreadY = 1;
  double correlation = 0;
};

/// A correlation nearer to ±1 than this counts as ±1: what is left of a 0 after a drag.
inline constexpr double leastIndependence = 1e-12;

/// All probability lies on a line: there is no density, and Σ has no inverse.
bool isSingular(const GaussianPlane& law);

Eigen::Matrix2d covariance(const GaussianPlane& law);

/// 1 − ρ², without the cancellation; 0 for a singular law.
double unexplainedShare(const GaussianPlane& law);

/// Of the ellipses of equal density. lengths: √λ, the spreads along the axes, the longer first.
struct EllipseAxes {
  Eigen::Vector2d eigenvalues;
  Eigen::Vector2d lengths;
  Eigen::Matrix2d directions; ///< unit columns, the second a quarter turn to the left of the first
  double angle = 0; ///< of the long axis in radians, in (−π/2, π/2]; NaN when all axes are equally long
};

/// The axes count as equally long when the eigenvalues differ by no more than 1e-12 of their sum; then they
/// are drawn along x and y.
EllipseAxes axesOf(const GaussianPlane& law);

/// From the mean to the end of an axis: the right end of the long one turned so many quarters to the left.
Eigen::Vector2d axisEnd(const EllipseAxes& axes, int quarters);

/// The quarters at which axisEnd is nearest in direction to v, 0 to 3.
int quartersTowards(const EllipseAxes& axes, const Eigen::Vector2d& v);

/// The law with one axis that ends at mean + axis (not 0), the other being half as long as given.
GaussianPlane withAxes(const Eigen::Vector2d& mean, const Eigen::Vector2d& axis, double otherLength);

/// What X = x leaves of Y: a normal law on the line.
struct NormalSlice {
  double mean = 0;
  double spread = 0; ///< 0 for a singular law
};
NormalSlice conditionalOnX(const GaussianPlane& law, double x);

/// How many spreads a point is from the mean, counted along its own direction: √((p − μ)ᵀ Σ⁻¹ (p − μ)). Of a
/// singular law it is counted along the line and +∞ beside it; a point is on the line when its standardized
/// coordinates agree to 1e-9.
double mahalanobis(const GaussianPlane& law, const Eigen::Vector2d& point);

/// The probability of all points nearer than r in Mahalanobis distance: 1 − e^(−r²/2); of a singular law,
/// P(|Z| < r).
double massWithin(const GaussianPlane& law, double r);

/// ln f; NaN for a singular law, which has no density.
double logDensity(const GaussianPlane& law, const Eigen::Vector2d& point);

/// ln det Σ, −∞ for a singular law; the entropy −E ln f in nats, −∞ alike; the mutual information of X and Y
/// in nats, −½ ln(1 − ρ²), +∞ alike.
double logDeterminant(const GaussianPlane& law);
double entropy(const GaussianPlane& law);
double mutualInformation(const GaussianPlane& law);

/// μ + L z with Cholesky's L: a drag of the law carries the same two standard normal numbers along.
Eigen::Vector2d sample(const GaussianPlane& law, numerics::Random& random);

/// The points at Mahalanobis distance r, count + 1 of them, the first again at the end, evenly spaced in the
/// angle of L⁻¹(p − μ). A singular law gives a line there and back.
std::vector<Eigen::Vector2d> ellipse(const GaussianPlane& law, double r, int count);

} // namespace eigenboard::probability
