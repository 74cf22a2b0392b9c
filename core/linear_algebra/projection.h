#pragma once

#include <Eigen/Core>

namespace eigenboard::linear_algebra {

/// v split by the line that u spans: v = shadow + residual, shadow = coefficient · u.
struct LineProjection {
  double coefficient = 0; ///< u·v / u·u; NaN when u is zero
  Eigen::VectorXd shadow; ///< the point of the line nearest to v
  Eigen::VectorXd residual;
};

/// proj_u v. A shadow or a residual of at most 8 eps ‖v‖ is rounding of a zero and taken as zero. A zero u
/// spans only the origin: then the shadow is 0 and the residual v. u and v are finite and of one length; any
/// scale. Cost: O(n). Source: Strang, Introduction to Linear Algebra, section 4.2.
LineProjection projectOntoLine(const Eigen::Ref<const Eigen::VectorXd>& v,
                               const Eigen::Ref<const Eigen::VectorXd>& u);

/// u·v / ‖u‖: the length of the shadow of v on u, negative when it points against u. 0 when u is zero.
double componentAlong(const Eigen::Ref<const Eigen::VectorXd>& u, const Eigen::Ref<const Eigen::VectorXd>& v);

/// cos(u, v) in [−1, 1], whatever the lengths. NaN when either vector is zero or not finite.
double cosineSimilarity(const Eigen::Ref<const Eigen::VectorXd>& u,
                        const Eigen::Ref<const Eigen::VectorXd>& v);

/// ‖u‖‖v‖ − |u·v| ≥ 0, zero when the vectors lie on one line (Cauchy and Schwarz). Rounding, some
/// n eps ‖u‖‖v‖, is kept from making it negative. NaN when a vector is not finite.
double cauchySchwarzGap(const Eigen::Ref<const Eigen::VectorXd>& u,
                        const Eigen::Ref<const Eigen::VectorXd>& v);

/// The signed distance of x from the hyperplane w·x + b = 0, (w·x + b)/‖w‖, in the units of x; positive on
/// the side w points to. At most 8 eps (Σ|w_i x_i| + |b|)/‖w‖ is rounding of a zero and taken as zero. NaN
/// when w is zero, for then there is no hyperplane.
double distanceFromHyperplane(const Eigen::Ref<const Eigen::VectorXd>& w, double b,
                              const Eigen::Ref<const Eigen::VectorXd>& x);

} // namespace eigenboard::linear_algebra
