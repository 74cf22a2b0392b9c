#include "views/panel/session.h"

#include <algorithm>

namespace eigenboard::panel {

namespace {

constexpr std::chrono::milliseconds mergedSteps{700};
/// A third of a frame of 16 ms, as for a replay.
constexpr std::chrono::milliseconds steppingBudget{5};

} // namespace

int Session::recordedSteps() const {
  return usesWorker() ? worker_->recordedSteps() : run_ ? run_->length() : 0;
}

bool Session::isAtEnd() {
  if (dirty_)
    compute();
  if (usesWorker())
    return !isProcess() || (worker_->isAtEnd() && state_.steps >= worker_->recordedSteps());
  if (!run_)
    return true;
  return state_.steps >= run_->length() && !run_->advance();
}

void Session::scrubTo(int step) {
  if (!isProcess())
    return;
  stopAnimation();
  State next = state_;
  next.steps = std::clamp(step, 0, description().processes.front().maximumSteps);
  // Stepping on is one undo step however long it goes, also when it plays slowly.
  const std::chrono::milliseconds pace{isPlaying() ? 2 * playback_.interval() : 0};
  moveTo(std::move(next), description().processes.front().stepLabel, std::max(mergedSteps, pace));
}

void Session::stepForward() {
  if (!isAtEnd())
    scrubTo(state_.steps + 1);
}

void Session::stepBack() {
  if (state_.steps > 0)
    scrubTo(state_.steps - 1);
}

void Session::play() {
  if (!isProcess())
    return;
  stopAnimation();
  if (isAtEnd())
    scrubTo(0);
  playback_.start(manner_.speed * description().processes.front().stepsPerSecond);
  emit playingChanged();
}

void Session::playOn(int steps) {
  if (dirty_)
    compute();
  if (isComputing())
    return; // the next beat asks for more, so that nothing queues up
  if (isAtEnd())
    return pause();
  int wanted = state_.steps + steps;
  if (run_ && !usesWorker()) {
    const auto begun = std::chrono::steady_clock::now();
    while (run_->length() < wanted && std::chrono::steady_clock::now() - begun < steppingBudget &&
           run_->advance()) {
    }
    wanted = std::min(wanted, run_->length());
  }
  scrubTo(wanted);
}

void Session::pause() {
  if (!isPlaying())
    return;
  playback_.stop();
  emit playingChanged();
}

} // namespace eigenboard::panel
