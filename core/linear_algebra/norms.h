#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace eigenboard::linear_algebra {

/// The three lengths of a vector that machine learning uses.
enum class Norm : std::uint8_t {
  Sum,       ///< ‖x‖₁ = Σ|x_i|
  Euclidean, ///< ‖x‖₂ = √Σx_i²
  Largest,   ///< ‖x‖_∞ = max|x_i|
};

/// The norm of x, any size; 0 for the empty vector, NaN where an entry is NaN. The Euclidean norm neither
/// overflows nor underflows while it is a double itself. Cost: O(n).
double norm(const Eigen::Ref<const Eigen::VectorXd>& x, Norm which);

/// x / ‖x‖, of norm 1 and the direction of x, at every scale. NaN entries where x is zero or not finite: the
/// zero vector has no direction. Cost: O(n).
Eigen::VectorXd unitVector(const Eigen::Ref<const Eigen::VectorXd>& x, Norm which);

/// The edge of the ball {x in the plane: ‖x‖ ≤ radius}, anticlockwise from (radius, 0), the first point again
/// at the end: a diamond, a circle of so many chords (at least 3), a square.
std::vector<Eigen::Vector2d> ballOutline(Norm which, double radius, int chords = 96);

} // namespace eigenboard::linear_algebra
