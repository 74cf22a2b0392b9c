#pragma once

#include <Eigen/Core>

namespace eigenboard::optimization {

/// Newton's step −H⁻¹ g where the symmetric H is positive definite, solved to a few roundings (Cramer's rule
/// with exact differences of products, which an indefinite H has too). Elsewhere it is damped so that it
/// always leads downhill: with the eigenvectors v and eigenvalues λ of H it is −Σ (vᵀg)/|λ| v, Newton's step
/// with every negative curvature turned over, which leaves a saddle instead of seeking it. A direction
/// without curvature to rounding, |λ| ≤ 2⁻⁵⁰ |λ|max, gets the step of the largest curvature; H = 0 gives −g.
/// NaN where H or g is not finite. Source: Nocedal and Wright, Numerical Optimization, 2nd edition,
/// section 3.4 (eigenvalue modification); Dauphin and others 2014 (|λ|).
Eigen::Vector2d newtonStep(const Eigen::Vector2d& gradient, const Eigen::Matrix2d& hessian);

/// Whether newtonStep(·, hessian) is Newton's own step and not a damped one.
bool isPositiveDefinite(const Eigen::Matrix2d& hessian);

/// The largest eigenvalue of the symmetric H, by its closed form: to a few roundings of the largest entry.
/// The curvature that decides whether gradient descent is stable: it is while η λmax < 2. NaN where H is not
/// finite.
double largestCurvature(const Eigen::Matrix2d& hessian);

} // namespace eigenboard::optimization
