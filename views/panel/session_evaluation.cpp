#include "views/panel/failure_words.h"
#include "views/panel/session.h"

#include <algorithm>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

/// A third of a frame of 16 ms: the rest is for the model, the picture and the other views.
constexpr std::chrono::milliseconds replayBudget{5};

} // namespace

const Evaluation& Session::evaluation() {
  if (dirty_)
    compute();
  return evaluation_;
}

void Session::schedule() {
  if (scheduled_)
    return;
  scheduled_ = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        scheduled_ = false;
        if (dirty_)
          compute();
        notify();
      },
      Qt::QueuedConnection);
}

void Session::compute() {
  dirty_ = false;
  if (usesWorker()) {
    worker_->ask(state_);
    return;
  }
  if (worker_)
    worker_->cancel(); // of a state that needed it
  Evaluation next;
  try {
    replay();
    next = panel_.evaluate(state_.values, run_.get(), state_.steps);
  } catch (...) {
    run_.reset();
    next.problem = wordsOfFailure();
  }
  show(std::move(next));
}

void Session::takeAnswer() {
  std::optional<Evaluation> answer = worker_->takeAnswer();
  if (!answer || dirty_ || !usesWorker()) // of a state that has changed since
    return;
  if (isProcess() && worker_->recordedSteps() < state_.steps) {
    state_.steps = worker_->recordedSteps();
    touched_.back() = true;
  }
  show(std::move(*answer));
  notify();
}

void Session::cancelComputing() {
  if (!isComputing())
    return;
  worker_->cancel();
  dirty_ = false;
  pause();
  stopAnimation();
  problem_ = tr("cancelled: the picture is the last one that was computed");
  evaluation_.problemKey.clear();
  emit evaluated();
}

void Session::show(Evaluation next) {
  problem_ = next.problem;
  noteGoals(next.goalsReached);
  if (problem_.isEmpty()) {
    evaluation_ = std::move(next);
    return;
  }
  evaluation_.problemKey = std::move(next.problemKey);
  evaluation_.readouts = std::move(next.readouts);
  evaluation_.spoken = std::move(next.spoken);
}

void Session::replay() {
  if (!isProcess())
    return;
  if (!run_ || runValues_ != state_.values) {
    run_ = panel_.start(state_.values);
    runValues_ = state_.values;
  }
  const auto begun = std::chrono::steady_clock::now();
  while (run_ && run_->length() < state_.steps && run_->advance())
    if (boundReplay_ && std::chrono::steady_clock::now() - begun > replayBudget)
      break;
  if (recordedSteps() < state_.steps) {
    state_.steps = recordedSteps();
    touched_.back() = true;
  }
}

void Session::noteGoals(const std::vector<QString>& reached) {
  // On its way an animation passes through states that nobody aimed at.
  if (isAnimating())
    return;
  for (const QString& key : reached)
    if (isOwnMove_ && std::find(goalsMet_.begin(), goalsMet_.end(), key) == goalsMet_.end())
      goalsToTell_.push_back(key);
  goalsMet_ = reached;
}

void Session::notify() {
  QStringList keys;
  for (std::size_t i = 0; i < state_.values.size(); ++i)
    if (touched_[i])
      keys += description().parameters[i].key;
  if (touched_.back())
    keys += u"steps"_s;
  touched_.assign(touched_.size(), false);
  const std::vector<QString> goals = std::exchange(goalsToTell_, {});
  emit evaluated();
  if (!keys.isEmpty())
    emit changed(keys);
  for (const QString& key : goals)
    emit goalReached(key);
  if (const QString remark = std::exchange(toNote_, {}); !remark.isEmpty())
    emit noted(remark);
}

} // namespace eigenboard::panel
