#pragma once

#include "core/optimization/optimizer.h"

#include <span>

namespace eigenboard::optimization {

/// −H g, H the estimate of the inverse Hessian that the pairs (oldest first) build up from γI, with γ =
/// sᵀy/yᵀy of the newest: the two-loop recursion. Without pairs −g. Leads downhill when sᵀy > 0 for every
/// pair. Cost: 4 products of vectors a pair. Source: Nocedal and Wright, algorithm 7.4; Nocedal 1980.
Eigen::Vector2d lbfgsDirection(std::span<const CurvaturePair> pairs, const Eigen::Vector2d& gradient);

/// One step of L-BFGS from a state that is walking: its point, and the pairs with the one that the step adds.
/// Along the direction it tries lr (without pairs lr·min(1, 1/‖g‖₁), as PyTorch does), then halves up to 60
/// times until f(x + t d) ≤ f(x) + 10⁻⁴ t gᵀd (Armijo's condition; a trial without a value fails it). A pair
/// is kept only when sᵀy > eps·‖s‖‖y‖, that is where the function curved upwards. When nothing on the way is
/// lower, the pairs are forgotten and −g is tried; when that fails too the walk has settled, or, with
/// gradient noise, stays for one step.
struct LbfgsStep {
  Eigen::Vector2d point;
  std::vector<CurvaturePair> pairs;
  bool settled = false;
};
LbfgsStep lbfgsStep(const Objective& objective, const OptimizerSettings& settings,
                    const OptimizerState& state);

} // namespace eigenboard::optimization
