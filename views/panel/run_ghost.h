#pragma once

#include "views/panel/state.h"

#include <chrono>

namespace eigenboard::panel {

/// The marks that a kept run leaves behind the present picture, kept until the step changes.
class RunGhost {
 public:
  /// panel outlives the ghost.
  RunGhost(const Panel& panel, State state, QString caption);
  bool isOf(const State& state, const QString& caption) const;
  bool isSlow() const { return panel_.isSlowAt(state_.values); }
  /// Of a process at that step, or at its end; otherwise at the run's own state. Stops at the deadline with
  /// what it has got to; false: there is more to do.
  bool moveTo(int step, std::chrono::steady_clock::time_point deadline);
  /// The marks of a picture, if it is that of the run's own state.
  void takeIfThere(const State& state, const scene::Scene& picture);
  const scene::Scene& marks() const { return marks_; }

 private:
  const Panel& panel_;
  State state_;
  QString caption_;
  std::unique_ptr<Run> run_;
  int shownStep_ = -1;
  scene::Scene marks_;
};

} // namespace eigenboard::panel
