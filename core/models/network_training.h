#pragma once

#include "core/models/small_network.h"

namespace eigenboard::models {

/// A network on its way: all that the next step needs.
struct TrainingState {
  Eigen::VectorXd parameters;
  LossAndGradient at; ///< at the parameters
  /// The largest curvature of the loss, as power iteration that goes along with the training sees it: a
  /// Rayleigh quotient, never above the true one.
  double sharpness = 0;
  Eigen::VectorXd sharpest; ///< its direction, of length 1
  bool diverged = false;    ///< the next step leads to numbers that are not finite; the state stays
};

/// At the initial parameters, with the sharpness after twelve rounds of power iteration from a direction that
/// the seed decides.
TrainingState trainingStart(const NetworkShape& shape, const LabelledPoints& data, Eigen::VectorXd parameters,
                            std::uint64_t seed);

/// One step of gradient descent on all samples, and one round of power iteration on H + c I, c half of the
/// sharpness so far, so that it seeks the largest eigenvalue and not the largest modulus. The same arguments
/// give the same state. Cost: a gradient and two products with the Hessian.
TrainingState trainingStep(const NetworkShape& shape, const LabelledPoints& data, const TrainingState& state,
                           double rate);

/// The largest eigenvalue of the Hessian of the loss, by all of the Hessian. asymmetry: the largest
/// difference of two entries that should be equal, which is rounding alone. NaN where an entry is not finite.
/// Cost: as many products with the Hessian as there are parameters, then O(parameters³).
struct Sharpness {
  double largest = 0;
  double smallest = 0;
  double asymmetry = 0;
};
Sharpness sharpnessAt(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                      const LabelledPoints& data);

} // namespace eigenboard::models
