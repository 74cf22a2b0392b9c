#pragma once

#include "core/optimization/optimizer.h"
#include "core/optimization/schedules.h"
#include "views/panels/optimization/optimizers_problem.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace eigenboard::panels::optimization::optimizers_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(OptimizersPanel)
};

using eigenboard::optimization::Method;
using eigenboard::optimization::ScheduleKind;

enum class ViewKind : std::uint8_t { Contour, Surface };
/// Whom readouts and formula speak of: the leader, or the method one less.
enum class WatchKind : std::uint8_t { Leader };
inline constexpr int methodCount = 9;

struct Params {
  FunctionKind function = FunctionKind::Ravine;
  QString formula = QStringLiteral("x^2/2 + y^2 + cos(x)/2 + exp(y/2)");
  Eigen::Vector2d start{-2.5, 1.2};
  double rate = 0.015;   ///< η of the methods whose step is as long as the slope is steep
  double length = 0.1;   ///< of the methods that divide the slope by its size
  double momentum = 0.9; ///< β of momentum and Nesterov, β₁ of Adam
  double memory = 0.99;  ///< β₂: how much of the old squares RMSProp and Adam keep
  double decay = 0.05;   ///< of AdamW
  ScheduleKind schedule = ScheduleKind::Constant;
  int period = 150;  ///< of the schedule, in steps
  int warmUp = 10;   ///< its steps up to the full rate
  double left = 0.1; ///< the share of the rate after a period of falling
  double noise = 0;
  int seed = 1;
  double tolerance = 1e-3;
  bool gradientDescent = true;
  bool heavyBall = true;
  bool nesterov = false;
  bool adagrad = false;
  bool rmsprop = false;
  bool adam = true;
  bool adamw = false;
  bool newton = true;
  bool lbfgs = false;
  WatchKind watch = WatchKind::Leader;
  ViewKind view = ViewKind::Contour;
  bool ahead = true;

  bool races(Method method) const;
};

/// The settings that a method races with, before the schedule.
eigenboard::optimization::OptimizerSettings settingsOf(const Params& params, Method method);
/// What the schedule multiplies the rates with for the step after so many; Newton and L-BFGS have none.
double scheduleFactor(const Params& params, std::int64_t step);

/// One method's way so far.
struct Walk {
  Method method = Method::GradientDescent;
  eigenboard::optimization::OptimizerState state;
  double path = 0;    ///< length of the way
  int arrival = -1;   ///< the step at which the slope first was within the tolerance
  bool moving = true; ///< it goes on; without noise a walk rests where it has arrived
  bool hasArrived() const { return arrival >= 0; }
  /// It has diverged: its next step leads beyond all numbers.
  bool hasLeft() const {
    using eigenboard::optimization::Standing;
    return state.standing >= Standing::PointOverflows && state.standing <= Standing::ValueFalls;
  }
};

/// One state of the race: all walks after the same number of steps. Some 200 bytes a walk.
struct Step {
  std::shared_ptr<const Problem> problem;
  std::vector<Walk> walks; ///< of the methods that race, in the order of Method
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);

struct Result {
  std::span<const Step> history; ///< from the start to the current step; valid during one evaluation
  std::shared_ptr<const Landscape> landscape;
  std::vector<Step> ahead; ///< where the walks will go
  int watched = -1;        ///< which of the walks the readouts speak of; −1: none
  double curvature = 0;    ///< the largest of f at the watched walk; NaN where there is none

  int step() const { return static_cast<int>(history.size()) - 1; }
  const Step& current() const { return history.back(); }
  const Problem& problem() const { return *current().problem; }
  const std::vector<Walk>& walks() const { return current().walks; }
  const Walk* watchedWalk() const {
    return watched < 0 ? nullptr : &walks()[static_cast<std::size_t>(watched)];
  }
  /// Of the walk of a method; null when it does not race.
  const Walk* walk(Method method) const;
};

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history, Landscapes& landscapes);

/// "gd", "momentum", … and "GD", "Momentum", …, which are names and not translated.
QString keyOf(Method method);
QString nameOf(Method method);
scene::Role roleOf(Method method);

scene::Scene drawn(const Params& params, const Result& result);

} // namespace eigenboard::panels::optimization::optimizers_panel
