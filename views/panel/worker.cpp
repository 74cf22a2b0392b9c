#include "views/panel/worker.h"

#include "views/panel/failure_words.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace eigenboard::panel {

/// With a name of its own, because the worker keeps it.
struct WorkerAnswer {
  Evaluation evaluation;
  int recordedSteps = 0;
  bool isAtEnd = false; ///< no step beyond the recorded ones
};

namespace {

constexpr std::chrono::milliseconds patience{50}; ///< more would be felt when a window closes

/// A run and what it was started for.
struct WarmRun {
  std::unique_ptr<Run> run;
  Values values;
};

WorkerAnswer answerTo(const Panel& panel, const State& state, WarmRun& kept, Progress& progress) {
  WorkerAnswer answer;
  try {
    if (panel.description().isProcess() && (!kept.run || kept.values != state.values)) {
      kept.run = panel.start(state.values);
      kept.values = state.values;
    }
    while (kept.run && kept.run->length() < state.steps && !progress.isCancelled()) {
      if (!kept.run->advance()) {
        answer.isAtEnd = true;
        break;
      }
      progress.report(static_cast<double>(kept.run->length()) / (state.steps + 1));
    }
    answer.recordedSteps = kept.run ? kept.run->length() : 0;
    answer.isAtEnd = answer.isAtEnd || answer.recordedSteps >= panel.description().mostSteps();
    if (!progress.isCancelled())
      answer.evaluation = panel.evaluate(state.values, kept.run.get(), state.steps, progress);
  } catch (...) {
    answer.recordedSteps = kept.run ? kept.run->length() : 0;
    kept.run.reset();
    answer.evaluation = {};
    answer.evaluation.problem = wordsOfFailure();
  }
  return answer;
}

} // namespace

struct Worker::Shared {
  std::shared_ptr<const Panel> panel;
  std::mutex mutex; ///< of all that follows
  std::condition_variable changed;
  std::optional<State> wanted;
  std::shared_ptr<Progress> progress; ///< of what is wanted
  std::unique_ptr<WorkerAnswer> answer;
  Worker* owner = nullptr; ///< null once there is nobody to answer
  bool isOver = false;     ///< the thread has ended
};

Worker::Worker(const Panel& panel, QObject* parent) : QObject(parent), shared_(std::make_shared<Shared>()) {
  shared_->panel = panel.shared_from_this();
  shared_->owner = this;
  std::thread([shared = shared_] { work(shared); }).detach();
}

Worker::~Worker() {
  std::unique_lock lock(shared_->mutex);
  shared_->owner = nullptr;
  if (shared_->progress)
    shared_->progress->cancel();
  shared_->changed.notify_all();
  shared_->changed.wait_for(lock, patience, [this] { return shared_->isOver; });
}

void Worker::ask(const State& state) {
  const std::scoped_lock lock(shared_->mutex);
  if (shared_->progress)
    shared_->progress->cancel();
  progress_ = std::make_shared<Progress>();
  shared_->progress = progress_;
  shared_->wanted = state;
  shared_->answer.reset();
  shared_->changed.notify_all();
}

void Worker::cancel() {
  const std::scoped_lock lock(shared_->mutex);
  if (shared_->progress)
    shared_->progress->cancel();
  shared_->wanted.reset();
  shared_->answer.reset();
  progress_.reset();
}

std::optional<Evaluation> Worker::takeAnswer() {
  const std::scoped_lock lock(shared_->mutex);
  const std::unique_ptr<WorkerAnswer> answer = std::move(shared_->answer);
  if (!answer)
    return std::nullopt;
  progress_.reset();
  recordedSteps_ = answer->recordedSteps;
  isAtEnd_ = answer->isAtEnd;
  return std::move(answer->evaluation);
}

void Worker::work(const std::shared_ptr<Shared>& shared) {
  WarmRun kept;
  std::unique_lock lock(shared->mutex);
  while (true) {
    shared->changed.wait(lock, [&shared] { return !shared->owner || shared->wanted; });
    if (!shared->owner)
      break;
    const State state = std::move(*shared->wanted);
    shared->wanted.reset();
    const std::shared_ptr<Progress> progress = shared->progress;
    lock.unlock();
    auto answer = std::make_unique<WorkerAnswer>(answerTo(*shared->panel, state, kept, *progress));
    lock.lock();
    if (progress->isCancelled() || !shared->owner)
      continue;
    shared->answer = std::move(answer);
    // Under the lock, so that the owner is still there.
    QMetaObject::invokeMethod(shared->owner, &Worker::answered, Qt::QueuedConnection);
  }
  shared->isOver = true;
  shared->changed.notify_all();
}

} // namespace eigenboard::panel
