#pragma once

#include "app/export/keyframes.h"

#include <optional>

namespace eigenboard::figures {

inline constexpr int mostFrames = 3000;

/// A state and how long it is seen.
struct AnimationFrame {
  panel::State state;
  int milliseconds = 40;
  std::optional<QString> label = {}; ///< of a keyframe; none: on the way to it
};

struct Animation {
  std::vector<AnimationFrame> frames;
};

struct AnimationResult {
  Animation animation;
  QString error; ///< empty, or one line that says what is wrong and what would be right
  bool ok() const { return error.isEmpty(); }
};

/// One parameter, or a group of numbers such as a matrix, from one value to another in so many frames; values
/// in text form, as panel::fromText reads them. In geometric steps where the parameter's spacing is
/// logarithmic.
struct Sweep {
  QString key;
  QString from;
  QString to;
  int frames = 60;
};

/// "key=a:b" or "key=a:b:n"; the error says what would be right.
struct SweepResult {
  Sweep sweep;
  QString error;
  bool ok() const { return error.isEmpty(); }
};
SweepResult sweepFromText(const QString& text);

/// framesPerSecond: from 1 to 60.
AnimationResult sweepAnimation(const panel::Description& description, const panel::State& state,
                               const Sweep& sweep, double framesPerSecond);

/// A process from one step to another, forward or back, a frame a step; it ends where the process ends. Cost:
/// that of the steps.
AnimationResult processAnimation(const panel::Panel& panel, const panel::State& state, int first, int last,
                                 double framesPerSecond);

/// Each keyframe stands for its milliseconds; between two, numbers ease for panel::easeMilliseconds, then the
/// process takes its steps, as on the stage.
AnimationResult keyframeAnimation(const panel::Description& description,
                                  const std::vector<Keyframe>& keyframes, double framesPerSecond);

/// The pages of a deck: a frame a keyframe, and so many between each two of them.
AnimationResult deckAnimation(const panel::Description& description, const std::vector<Keyframe>& keyframes,
                              int inBetweens);

} // namespace eigenboard::figures
