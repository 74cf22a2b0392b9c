#pragma once

#include "app/export/keyframes.h"

namespace eigenboard::stage {

/// A state that the reader has marked, and how long it is shown before the picture moves on.
using Keyframe = figures::Keyframe;

/// In the order in which they are shown.
using Keyframes = std::vector<Keyframe>;
bool isSame(const Keyframes& first, const Keyframes& second);

inline constexpr std::size_t mostKeyframes = figures::mostKeyframes;
inline constexpr qsizetype longestLabel = 120; ///< characters

/// Each gives the list as it is after that. An index that is none, and one beyond mostKeyframes, changes
/// nothing.
Keyframes added(Keyframes keyframes, Keyframe keyframe);
Keyframes removed(Keyframes keyframes, int index);
Keyframes moved(Keyframes keyframes, int from, int to); ///< to: its index after the move
Keyframes renamed(Keyframes keyframes, int index, const QString& label);
Keyframes timed(Keyframes keyframes, int index, int milliseconds);
/// Those of others whose state is none of the own ones', in their order; a state that comes twice stays
/// twice.
Keyframes unknownTo(const Keyframes& own, const Keyframes& others);
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

/// What can be read of what figures::keyframesToJson gave: a session is not lost for one bad keyframe, as a
/// file to export would be refused. error names what was left out and why, and is empty when that is nothing.
/// Too long labels are cut, durations clamped.
struct KeyframesResult {
  Keyframes keyframes;
  QString error;
};
KeyframesResult keyframesFromJson(const panel::Description& description, const QJsonObject& json);

} // namespace eigenboard::stage
