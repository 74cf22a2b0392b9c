#pragma once

#include "views/panel/registry.h"
#include "views/panel/state.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <vector>

namespace eigenboard::figures {

inline constexpr int keyframesVersion = 1; ///< of the file
inline constexpr int mostKeyframes = 200;
inline constexpr int shortestKeyframe = 20; ///< milliseconds
inline constexpr int longestKeyframe = 600'000;

/// A state that is shown for so long, before the picture moves on to the next.
struct Keyframe {
  QString label;
  int milliseconds = 2000;
  panel::State state;
};

struct KeyframesResult {
  const panel::Panel* panel = nullptr;
  std::vector<Keyframe> keyframes;
  QString error; ///< empty, or one line: then panel and keyframes are nothing
  bool ok() const { return error.isEmpty(); }
};

/// {"panel": id, "version": 1, "keyframes": [{"label", "milliseconds", "state": panel::toJson}]}
QJsonObject keyframesToJson(const panel::Description& description, const std::vector<Keyframe>& keyframes);

/// Of a file that anyone may have written: at most a megabyte, 32 deep, mostKeyframes. A value that does not
/// fit its parameter is an error that names the keyframe. The panel is one of the registry.
KeyframesResult keyframesFromJson(const QJsonObject& json, const panel::Registry& registry);
KeyframesResult keyframesFromBytes(const QByteArray& bytes, const panel::Registry& registry);

} // namespace eigenboard::figures
