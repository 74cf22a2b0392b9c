#pragma once

#include <Eigen/Core>

#include <cstdint>

namespace eigenboard::optimization {

/// How a learning rate changes over the steps of a training.
enum class ScheduleKind : std::uint8_t {
  Constant,
  Steps,             ///< falls by the factor decay after every period steps
  Exponential,       ///< falls by the factor decay at every step
  Cosine,            ///< half a cosine from 1 to the floor over period steps (Loshchilov and Hutter 2017)
  InverseSquareRoot, ///< 1/√k, as in Vaswani and others 2017
  OneCycle,          ///< up for a part of the period, then down to almost nothing (Smith and Topin 2019)
};

/// Cosine and InverseSquareRoot begin with a warm-up: in a straight line from 1/(warmUp + 1) to 1 at step
/// warmUp.
struct Schedule {
  ScheduleKind kind = ScheduleKind::Constant;
  int period = 100;          ///< steps, at least 1; of Cosine with its warm-up, of OneCycle at least 10
  int warmUp = 0;            ///< steps, 0 … period − 1
  double decay = 0.1;        ///< γ
  double floor = 0;          ///< where Cosine ends
  double rise = 0.3;         ///< part of the period that OneCycle goes up
  double divisor = 25;       ///< OneCycle begins at 1/divisor
  double finalDivisor = 1e4; ///< and ends at 1/(divisor · finalDivisor)
};

/// What the learning rate is multiplied with for the step that follows `step` ≥ 0 steps. A pure function of
/// the step, so a run can be rewound. Beyond the period Cosine and OneCycle stay where they end. With equal
/// settings the factors are those of torch.optim.lr_scheduler: StepLR, ExponentialLR, LinearLR followed by
/// CosineAnnealingLR, and OneCycleLR. O(1).
double scheduleFactor(const Schedule& schedule, std::int64_t step);

/// The gradient, shortened to the given length ≥ 0 where it is longer; its direction is kept. A gradient that
/// is not finite is given back as it is. Source: Pascanu, Mikolov and Bengio 2013.
Eigen::VectorXd clippedByNorm(const Eigen::VectorXd& gradient, double most);
/// Every entry brought into −most … most ≥ 0: its direction changes. NaN stays NaN.
Eigen::VectorXd clippedByValue(const Eigen::VectorXd& gradient, double most);

} // namespace eigenboard::optimization
