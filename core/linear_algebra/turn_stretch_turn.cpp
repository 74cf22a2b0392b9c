#include "core/linear_algebra/turn_stretch_turn.h"

#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/scaling.h"
#include "core/linear_algebra/singular_values.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

TurnStretchTurn turnStretchTurn(const Eigen::Matrix2d& A) {
  TurnStretchTurn factors{Eigen::Matrix2d::Identity(), Eigen::Vector2d::Zero(), Eigen::Matrix2d::Identity()};
  const auto svd = singularValueDecomposition(A);
  if (!svd)
    return factors;
  factors = {svd->U, svd->sigma, svd->V};
  // A part sigma u vᵀ stays the same when u and v both change sign.
  if (determinant(factors.V) < 0) {
    factors.V.col(1) *= -1;
    factors.U.col(1) *= -1;
  }
  const Eigen::Vector2d first = factors.V.col(0);
  if (first.x() < 0 || (first.x() == 0 && first.y() < 0)) {
    factors.V *= -1;
    factors.U *= -1;
  }
  // Nothing is stretched along the second axis then, so its sign is free.
  const Eigen::Matrix2d scaled =
      scaledByPowerOfTwo(A, -binaryExponent(A)); // its determinant does not underflow
  if (determinant(scaled) == 0 && determinant(factors.U) < 0)
    factors.U.col(1) *= -1;
  return factors;
}

Eigen::Matrix2d mapAtStage(const TurnStretchTurn& factors, double stage) {
  const double at = std::clamp(stage, 0.0, 3.0);
  const double back = std::atan2(factors.V(1, 0), factors.V(0, 0));
  if (at < 1)
    return rotation(-at * back);
  const double stretch = std::min(at - 1, 1.0);
  const Eigen::Vector2d scales = (1 - stretch) * Eigen::Vector2d::Ones() + stretch * factors.sigma;
  const Eigen::Matrix2d stretched = scales.asDiagonal() * factors.V.transpose();
  if (at <= 2)
    return stretched;
  if (at >= 3)
    return factors.U * stretched;
  const double turn = std::atan2(factors.U(1, 0), factors.U(0, 0));
  const double flip = determinant(factors.U) < 0 ? 1 - 2 * (at - 2) : 1;
  return rotation((at - 2) * turn) * Eigen::Vector2d(1, flip).asDiagonal() * stretched;
}

double lineDirection(const Eigen::Vector2d& along) {
  if (along.isZero(0) || !along.allFinite())
    return std::numeric_limits<double>::quiet_NaN();
  double direction = degrees(std::atan2(along.y(), along.x()));
  if (direction < 0)
    direction += 180;
  return direction >= 180 - 1e-9 ? 0 : direction;
}

} // namespace eigenboard::linear_algebra
