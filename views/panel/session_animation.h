#pragma once

#include "views/panel/session.h"

#include <QtCore/QElapsedTimer>

namespace eigenboard::panel {

inline constexpr int easeMilliseconds = 600;

/// A state on the way: numbers eased by progress in [0, 1] (geometrically where the spacing is logarithmic),
/// choices, toggles and text already at the target. The steps are those of the start, or of the target if
/// that has fewer.
State between(const Description& description, const State& from, const State& to, double progress);

/// 0 at 0, 1 at 1, slow at both ends.
double cubicInOut(double progress);

/// Legs to go one after another: numbers ease first, then the process takes its steps.
struct Session::Animation {
  std::vector<Keyframe> keyframes;
  std::vector<State> targets; ///< one for each keyframe
  std::size_t leg = 0;
  State legStart;
  QElapsedTimer clock;        ///< since the leg began
  std::shared_ptr<State> end; ///< shared with the undo step
  bool jumps = false;         ///< from target to target, and rests at each

  static void beginLeg(Session& session);
  static void jump(Session& session);
  static void finish(Session& session);
};

} // namespace eigenboard::panel
