#pragma once

#include "core/geometry/sampled_field.h"
#include "core/optimization/momentum_dynamics.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <span>
#include <vector>

namespace eigenboard::panels::optimization::momentum_pad_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(MomentumPadPanel)
};

namespace math = eigenboard::optimization;

enum class HeightKind : std::uint8_t { Plain, Logarithm };

/// Curvatures run from 1/κ to 1, so that η is measured in units of one over the steepest.
struct Params {
  math::MomentumMethod method = math::MomentumMethod::HeavyBall;
  double rate = 2.2;
  double momentum = 0.9;
  double condition = 100;
  int modes = 2;
  Eigen::Vector2d start{1, 0.35}; ///< of the flattest and of the steepest mode; those between start at 1
  double tolerance = 1e-3;
  HeightKind height = HeightKind::Plain;
  int shown = 100; ///< steps drawn at first

  math::MomentumSettings settings() const { return {method, rate, momentum}; }
};

inline constexpr int mostSteps = 300;
inline constexpr double mostRate = 4; ///< at β = 1 the heavy ball bears no more
/// Two roots no further apart than this count as one: over 100 steps nobody sees a difference.
inline constexpr double sameRoots = 0.02;
/// How far the search for the tolerance goes.
inline constexpr int longestSearch = 10000;

struct Step {
  int count = 0;
  std::vector<math::ModeState> modes; ///< from the flattest to the steepest
};
Step start(const Params& params);
Step next(const Params& params, const Step& step);

struct Mode {
  double curvature = 1;
  math::ModeRate rate;
  std::vector<double> way; ///< its distance from the minimum, from step 0 on, past and to come
};

struct Result {
  std::span<const Step> history; ///< valid during one evaluation
  std::vector<Mode> modes;       ///< from the flattest to the steepest
  std::shared_ptr<const geometry::SampledField> map;
  math::BestTuning best;
  double factor = 0;   ///< of the slowest mode
  double distance = 0; ///< of all modes together, at the current step
  double measured = 0; ///< mean factor a step over the second half of the run; NaN where there is none
  double arrival = 0;  ///< steps until the distance is within the tolerance; infinite, or NaN where unknown

  int step() const { return static_cast<int>(history.size()) - 1; }
  const Step& current() const { return history.back(); }
  bool converges() const;
};

/// The map of log₁₀ of the steps that one digit takes, which depends on the method and κ.
using Maps = LastAnswer<std::pair<math::MomentumMethod, double>, geometry::SampledField>;

Result evaluate(const Params& params, std::span<const Step> history, Maps& maps);

/// Steps in which the distance shrinks to a tenth; infinite where it does not shrink.
double stepsPerDigit(double factor);

scene::PlaneView padView(const Params& params, const Result& result);
scene::Scene drawn(const Params& params, const Result& result);
scene::Role roleOf(std::size_t mode, std::size_t modes);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::optimization::momentum_pad_panel
