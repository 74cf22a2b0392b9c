#pragma once

#include <atomic>

namespace eigenboard::panel {

/// Between a slow computation and whoever waits for it; both may use it at once from their own threads.
class Progress {
 public:
  /// How much is done, in [0, 1]; told by the computation.
  void report(double fraction) { fraction_.store(fraction, std::memory_order_relaxed); }
  double fraction() const { return fraction_.load(std::memory_order_relaxed); }

  /// Nobody waits any more. The computation looks at it at least every 50 ms and returns what it likes.
  void cancel() { isCancelled_.store(true, std::memory_order_relaxed); }
  bool isCancelled() const { return isCancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<double> fraction_{0};
  std::atomic<bool> isCancelled_{false};
};

} // namespace eigenboard::panel
