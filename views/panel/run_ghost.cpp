#include "views/panel/run_ghost.h"

#include "views/scene/ghost.h"

#include <algorithm>
#include <exception>

namespace eigenboard::panel {

RunGhost::RunGhost(const Panel& panel, State state, QString caption)
    : panel_(panel), state_(std::move(state)), caption_(std::move(caption)) {}

bool RunGhost::isOf(const State& state, const QString& caption) const {
  return state_.values == state.values && state_.steps == state.steps && caption_ == caption;
}

bool RunGhost::moveTo(int step, std::chrono::steady_clock::time_point deadline) try {
  const auto isLate = [deadline] { return std::chrono::steady_clock::now() > deadline; };
  if (!run_)
    run_ = panel_.start(state_.values);
  const bool isProcess = run_ != nullptr;
  bool isLagging = false;
  while (run_ && run_->length() < step && !isLagging && run_->advance())
    isLagging = isLate();
  isLagging = isLagging && run_->length() < step;
  const int shown = isProcess ? std::clamp(step, 0, run_->length()) : 0;
  if (shown == shownStep_)
    return !isLagging;
  if (isLate() && shownStep_ >= 0)
    return false;
  shownStep_ = shown;
  const Evaluation evaluation = panel_.evaluate(state_.values, run_.get(), shown);
  marks_ = evaluation.problem.isEmpty() ? scene::ghostOf(evaluation.scene, caption_) : scene::Scene();
  return !isLagging;
} catch (const std::exception&) { // a run that cannot be computed leaves no ghost; brought back, it says why
  run_.reset();
  marks_ = {};
  return true;
}

void RunGhost::takeIfThere(const State& state, const scene::Scene& picture) {
  if (state.values == state_.values && state.steps == state_.steps)
    marks_ = scene::ghostOf(picture, caption_);
}

} // namespace eigenboard::panel
