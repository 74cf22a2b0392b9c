#pragma once

#include "views/panel/state.h"

namespace eigenboard::stage {

/// A state that the reader has marked. milliseconds: how long the picture takes to get there from the one
/// before.
struct Keyframe {
  panel::State state;
  QString label;
  int milliseconds = 1000;
};
bool operator==(const Keyframe& first, const Keyframe& second);

/// In the order in which they are shown.
using Keyframes = std::vector<Keyframe>;

inline constexpr std::size_t mostKeyframes = 200;
inline constexpr int longestMilliseconds = 600'000;
inline constexpr qsizetype longestLabel = 120; ///< characters

/// Each gives the list as it is after that. An index that is none, and one beyond mostKeyframes, changes
/// nothing.
Keyframes added(Keyframes keyframes, Keyframe keyframe);
Keyframes removed(Keyframes keyframes, int index);
Keyframes moved(Keyframes keyframes, int from, int to); ///< to: its index after the move
Keyframes renamed(Keyframes keyframes, int index, const QString& label);
Keyframes timed(Keyframes keyframes, int index, int milliseconds);
Keyframes replaced(Keyframes keyframes, int index, const panel::State& state);

/// The preset's label where the state is one, else "State 3" by its number, from 1.
QString labelFor(const panel::Description& description, const panel::State& state, std::size_t number);

/// "1.5" seconds, or "1.5 s", "800 ms".
struct Duration {
  int milliseconds = 0;
  QString error; ///< empty, or why the text is none
};
Duration durationFromText(const QString& text);
/// "1.5 s".
QString durationText(int milliseconds);

/// {"panel", "version": 1, "keyframes": [{"label", "milliseconds", "state"}]}: the file that
/// `eigenboard export --keyframes` reads.
QJsonObject toJson(const panel::Description& description, const Keyframes& keyframes);
/// What can be read of it, in any order of bad and good: error names what was left out and why, and is empty
/// when that is nothing. Too long labels are cut, durations clamped.
struct KeyframesResult {
  Keyframes keyframes;
  QString error;
};
KeyframesResult keyframesFromJson(const panel::Description& description, const QJsonObject& json);

} // namespace eigenboard::stage
