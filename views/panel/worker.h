#pragma once

#include "views/panel/state.h"

#include <memory>
#include <optional>

namespace eigenboard::panel {

/// Computes what a slow panel says, on a thread of its own, which shares the ownership of the panel and keeps
/// the run of its process. Of all that is asked for, only the latest is answered: what is being computed is
/// told to stop, and what was waiting is never begun.
class Worker : public QObject {
  Q_OBJECT

 public:
  explicit Worker(const Panel& panel, QObject* parent = nullptr);
  /// Waits at most 50 ms for a computation that does not look at its progress; then that ends by itself.
  ~Worker() override;

  void ask(const State& state);
  /// There will be no answer to what was asked for.
  void cancel();
  bool isBusy() const { return progress_ != nullptr; }
  /// Of what is being computed, in [0, 1]; 0 when nothing is.
  double fraction() const { return progress_ ? progress_->fraction() : 0; }
  /// Nothing while none is there.
  std::optional<Evaluation> takeAnswer();
  /// How far the process had got at the last answer, and whether no step was beyond that.
  int recordedSteps() const { return recordedSteps_; }
  bool isAtEnd() const { return isAtEnd_; }

 signals:
  void answered(); ///< takeAnswer() has it

 private:
  struct Shared;
  static void work(const std::shared_ptr<Shared>& shared);
  std::shared_ptr<Shared> shared_;
  std::shared_ptr<Progress> progress_; ///< of the latest that was asked for, until it is answered
  int recordedSteps_ = 0;
  bool isAtEnd_ = false;
};

} // namespace eigenboard::panel
