#pragma once

#include <Eigen/Core>

#include <array>
#include <optional>
#include <span>

namespace eigenboard::linear_algebra {

/// The signed area of a closed polygon by the shoelace formula, positive when its vertices run anticlockwise.
/// Vertices are taken relative to the first, so a polygon far from the origin loses nothing. Fewer than three
/// vertices give 0; a vertex that is not finite gives NaN. Cost: O(n).
double signedArea(std::span<const Eigen::Vector2d> vertices);

/// The angle by which u must turn anticlockwise to point along v, in radians in (−π, π]. It depends on
/// directions only, at every scale. NaN when either vector is zero or not finite.
double signedAngle(const Eigen::Vector2d& u, const Eigen::Vector2d& v);

/// The angle between the lines spanned by u and v, in radians in [0, π/2]. NaN as for signedAngle.
double angleBetweenLines(const Eigen::Vector2d& u, const Eigen::Vector2d& v);

/// The two ends of the part of a line that lies in the box between the corners lower and upper, in the order
/// of the direction. All of one size n. Empty where the line misses the box or has no direction, and where an
/// entry is not finite. Cost: O(n). Source: the slab method of Kay and Kajiya 1986.
std::optional<std::array<Eigen::VectorXd, 2>> lineInBox(const Eigen::Ref<const Eigen::VectorXd>& through,
                                                        const Eigen::Ref<const Eigen::VectorXd>& direction,
                                                        const Eigen::Ref<const Eigen::VectorXd>& lower,
                                                        const Eigen::Ref<const Eigen::VectorXd>& upper);

double degrees(double radians);

/// The rotation by an angle in radians, anticlockwise.
Eigen::Matrix2d rotation(double radians);

/// A way from the identity (t = 0) to M (t = 1): with R the rotation nearest to M and S = Rᵀ M, which is
/// symmetric, the map at t is R turned back to t of its angle times (1 − t) I + t S. A rotation turns without
/// shrinking. When det M > 0 the orientation is kept all the way; when det M < 0 it flips once.
/// M finite, t in [0, 1]. Source: the polar decomposition; Shoemake and Duff 1992.
Eigen::Matrix2d motion(const Eigen::Matrix2d& M, double t);

} // namespace eigenboard::linear_algebra
