#pragma once

#include "core/numerics/random.h"
#include "core/probability/events.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QtCore/QCoreApplication>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace eigenboard::panels::probability::sample_space_panel {

namespace math = eigenboard::probability;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(SampleSpacePanel)
};

enum class Subject : std::uint8_t { Square, Dice, Birthday };

struct Params {
  Subject subject = Subject::Square;
  math::Compound event = math::Compound::Any;
  Eigen::Vector2d a{0.32, 0.6}; ///< the middle of A
  double aWidth = 0.54;
  double aHeight = 0.6;
  Eigen::Vector2d b{0.66, 0.38};
  double bWidth = 0.5;
  double bHeight = 0.56;
  bool third = false;
  Eigen::Vector2d c{0.5, 0.72};
  double cWidth = 0.6;
  double cHeight = 0.3;
  math::DiceEvent diceA = math::DiceEvent::SumIs;
  math::DiceEvent diceB = math::DiceEvent::FirstSix;
  int total = 7;
  int people = 23;
  int days = 365;
  int seed = 1;
};

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
inline constexpr int dropsPerStep = 20; ///< points, throws or groups of people
inline constexpr int mostSteps = 100;
inline constexpr int mostPeople = 60;

/// What one step of the simulation brought: points of the unit square, or groups with a shared birthday.
struct Rain {
  numerics::Random random{0};
  int dropped = 0; ///< in all steps so far
  int shared = 0;  ///< groups of this step
  std::vector<QPointF> drops;
};

struct Result {
  int events = 2;
  std::vector<math::Box> boxes; ///< of the square
  math::Atoms atoms{};
  double a = 0;
  double b = 0;
  double c = 0; ///< NaN where there is none
  double both = 0;
  double either = 0;
  double event = 0; ///< what the simulation counts: the chosen event, or that two share a birthday
  double gap = 0;   ///< P(A ∩ B) − P(A) P(B)
  double jointGap = 0;
  double aGivenB = 0;
  double aGivenNotB = 0;
  std::vector<math::Box> cells; ///< where the event occurs, in the unit square
  double shared = 0;
  int dropped = 0;
  int inside = 0;
  std::vector<QPointF> hits;
  std::vector<QPointF> misses;
  std::vector<QPointF> frequency; ///< after each step

  /// Two standard errors of the frequency after n drops.
  double band(double n) const;
};

std::vector<math::Box> boxesOf(const Params& params);
Rain startOfRain(const Params& params);
Rain nextOfRain(const Params& params, const Rain& rain);
Result evaluate(const Params& params, std::span<const Rain> history);

scene::Scene drawn(const Params& params, const Result& result);
scene::PlaneView birthdayView(const Params& params, const Result& result);
scene::PlaneView treeView(const Params& params);
QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::probability::sample_space_panel
