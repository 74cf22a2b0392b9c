#include "core/models/network_training.h"

#include "core/models/loss_slice.h"

#include <Eigen/Eigenvalues>

#include <cmath>
#include <limits>
#include <utility>

namespace eigenboard::models {

namespace {

/// One round of power iteration, then the Rayleigh quotient of what it gives.
void lookForSharpest(const NetworkShape& shape, const LabelledPoints& data, TrainingState& state) {
  const double shift = std::abs(state.sharpness) / 2;
  Eigen::VectorXd next = hessianTimes(shape, state.parameters, data, state.sharpest) + shift * state.sharpest;
  const double length = next.norm();
  if (!(length > 0) || !std::isfinite(length))
    return;
  next /= length;
  const double quotient = next.dot(hessianTimes(shape, state.parameters, data, next));
  if (!std::isfinite(quotient))
    return;
  state.sharpest = std::move(next);
  state.sharpness = quotient;
}

bool isFinite(const LossAndGradient& at) {
  return std::isfinite(at.loss) && at.gradient.allFinite();
}

} // namespace

TrainingState trainingStart(const NetworkShape& shape, const LabelledPoints& data, Eigen::VectorXd parameters,
                            std::uint64_t seed) {
  constexpr int rounds = 12;
  TrainingState state;
  state.parameters = std::move(parameters);
  state.at = networkGradient(shape, state.parameters, data);
  state.diverged = !isFinite(state.at);
  state.sharpest = randomDirection(state.parameters.size(), seed).normalized();
  for (int k = 0; k < rounds; ++k)
    lookForSharpest(shape, data, state);
  return state;
}

TrainingState trainingStep(const NetworkShape& shape, const LabelledPoints& data, const TrainingState& state,
                           double rate) {
  TrainingState next = state;
  if (state.diverged)
    return next;
  next.parameters -= rate * state.at.gradient;
  next.at = networkGradient(shape, next.parameters, data);
  if (!next.parameters.allFinite() || !isFinite(next.at)) {
    next = state;
    next.diverged = true;
    return next;
  }
  lookForSharpest(shape, data, next);
  return next;
}

Sharpness sharpnessAt(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                      const LabelledPoints& data) {
  const Eigen::MatrixXd hessian = networkHessian(shape, parameters, data);
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (!hessian.allFinite())
    return {none, none, none};
  const Eigen::MatrixXd symmetric = (hessian + hessian.transpose()) / 2;
  const Eigen::VectorXd values =
      Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(symmetric, Eigen::EigenvaluesOnly).eigenvalues();
  return {values(values.size() - 1), values(0), (hessian - hessian.transpose()).cwiseAbs().maxCoeff()};
}

} // namespace eigenboard::models
