#pragma once

#include "core/optimization/objective.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace eigenboard::optimization {

enum class Method : std::uint8_t {
  GradientDescent,
  Momentum, ///< Polyak's heavy ball, 1964
  Nesterov, ///< 1983, in the form of Sutskever and others, 2013
  AdaGrad,  ///< Duchi, Hazan and Singer 2011
  RmsProp,  ///< Hinton 2012
  Adam,     ///< Kingma and Ba 2015
  AdamW,    ///< Loshchilov and Hutter 2019
  Newton,   ///< core/optimization/newton.h
  Lbfgs,    ///< core/optimization/lbfgs.h
};

/// Named as in torch.optim; a method reads those that PyTorch's reads.
struct OptimizerSettings {
  Method method = Method::GradientDescent;
  double lr = 1e-3;       ///< learning rate η; Newton and L-BFGS: a factor of their full step
  double momentum = 0;    ///< of Momentum, Nesterov and RmsProp
  double dampening = 0;   ///< of Momentum
  double lrDecay = 0;     ///< of AdaGrad
  double alpha = 0.99;    ///< of RmsProp: how much of the old mean square is kept a step
  double beta1 = 0.9;     ///< of Adam and AdamW: how much of the old mean gradient is kept a step
  double beta2 = 0.999;   ///< the same for the mean square
  double eps = 1e-8;      ///< added to the root mean square
  double weightDecay = 0; ///< λ: adds λx to the gradient; AdamW takes η λ x from the point instead
  int historySize = 10;   ///< of Lbfgs: pairs kept, at least 1 and at most longestHistory
  double noise = 0;       ///< standard deviation of what is added to each coordinate of the gradient
  std::uint64_t seed = 1; ///< of the noise
};

inline constexpr int longestHistory = 20;

/// PyTorch's defaults (lr of SGD 0.001, AdaGrad and RmsProp 0.01, Adam and AdamW 0.001, L-BFGS 1; AdamW's
/// weightDecay 0.01, AdaGrad's eps 1e-10), but momentum 0.9 where 0 would make the method another one.
OptimizerSettings defaultSettings(Method method);

/// One step's change of the point and of the gradient.
struct CurvaturePair {
  Eigen::Vector2d point;
  Eigen::Vector2d gradient;
};

enum class Standing : std::uint8_t {
  Walking,
  Settled,        ///< L-BFGS: nothing lower is found along its direction, the minimum to rounding
  PointOverflows, ///< diverged: the step leads beyond the largest double, or is not a number
  ValueOverflows, ///< diverged: f rises beyond the largest double there
  ValueFalls,     ///< diverged: f falls without bound
  ValueUndefined, ///< stopped: f has no value there
  NoGradient,     ///< stopped: f has a value there but no finite gradient, as on a kink
  NoCurvature,    ///< stopped: Newton meets a Hessian that is not finite
};

/// All that a walk has to know to go on; ten thousand of them take 1.3 MB, 4.5 MB with L-BFGS's history
/// of 10.
struct OptimizerState {
  std::int64_t step = 0; ///< steps taken
  Eigen::Vector2d point = Eigen::Vector2d::Zero();
  Eigen::Vector2d gradient = Eigen::Vector2d::Zero(); ///< at the point, without noise
  double value = 0;
  Eigen::Vector2d mean = Eigen::Vector2d::Zero();    ///< momentum buffer, or Adam's mean gradient
  Eigen::Vector2d squares = Eigen::Vector2d::Zero(); ///< AdaGrad's sum of squares, or the mean square
  std::vector<CurvaturePair> pairs;                  ///< of Lbfgs, the newest last
  Standing standing = Standing::Walking;

  bool diverged() const { return standing > Standing::Settled; }
};

/// At the start of a walk. Where the function has no value or gradient there, the standing says so.
OptimizerState initialState(const Objective& objective, const Eigen::Vector2d& start);

/// One step. The same arguments give the same state, whatever was computed before, so a walk can be rewound
/// and gone again. A state that is not walking is given back unchanged. A step that diverges leaves point,
/// value, gradient and step count at the last place where all are finite, and says why in the standing.
/// Squares of gradients beyond 1e154 overflow and below 1e-162 vanish, as they do in PyTorch.
/// Cost: one evaluation of the objective, two for Newton; L-BFGS's line search may ask for 122 values more.
OptimizerState nextState(const Objective& objective, const OptimizerSettings& settings,
                         const OptimizerState& state);

/// What is added to the gradient before the step that follows `step` steps: two independent normal numbers
/// of standard deviation settings.noise, decided by the seed and the step alone. Zero without noise.
Eigen::Vector2d gradientNoise(const OptimizerSettings& settings, std::int64_t step);

} // namespace eigenboard::optimization
