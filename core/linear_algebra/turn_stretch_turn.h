#pragma once

#include <Eigen/Core>

namespace eigenboard::linear_algebra {

/// A = U diag(sigma) Vᵀ for a 2×2 matrix, with the signs that leave nothing to chance: V is a rotation by an
/// angle in (−90°, 90°], and U has the orientation of A (a rotation where det A is 0).
struct TurnStretchTurn {
  Eigen::Matrix2d U;
  Eigen::Vector2d sigma;
  Eigen::Matrix2d V;
};

/// A finite; the identity and zeros for one that is not. Cost: one decomposition of 2×2.
TurnStretchTurn turnStretchTurn(const Eigen::Matrix2d& A);

/// The map on its way from the identity (stage 0) over Vᵀ (1) and diag(sigma) Vᵀ (2) to A (3). On the way to
/// Vᵀ and from there to U the plane turns; between, it stretches along the axes. Where det A < 0 the second
/// axis turns over on the last part of the way. stage is clamped.
Eigen::Matrix2d mapAtStage(const TurnStretchTurn& factors, double stage);

/// The direction of a line in degrees in [0, 180), within 1e-9 of 180 counted as 0; NaN for a zero vector.
double lineDirection(const Eigen::Vector2d& along);

} // namespace eigenboard::linear_algebra
