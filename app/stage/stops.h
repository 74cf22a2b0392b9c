#pragma once

#include "app/stage/keyframes.h"
#include "views/panel/session.h"

#include <functional>

namespace eigenboard::stage {

/// A state that a presentation goes to.
struct Stop {
  QString label;
  QString notice; ///< what to look at
  panel::State state;
  std::function<void()> go; ///< eases the panel there, as one undo step
};

/// The presets of a panel, in their order; none for a panel without. session outlives what they do.
std::vector<Stop> presetStops(panel::Session& session);

/// The states that the reader marked, in their order. session outlives what they do.
std::vector<Stop> keyframeStops(panel::Session& session, const Keyframes& keyframes);

/// Which of them the session is at; −1: none.
int stopAt(const std::vector<Stop>& stops, const panel::State& state);

} // namespace eigenboard::stage
