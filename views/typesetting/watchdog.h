#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace eigenboard::typesetting {

/// Calls `bark` from a thread of its own when a guarded piece of work is not over in time.
class Watchdog {
 public:
  explicit Watchdog(std::function<void()> bark);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  void guard(std::chrono::milliseconds limit);
  /// Ends the guard; afterwards bark is neither running nor going to. Returns whether it was called.
  bool release();

 private:
  void watch(const std::stop_token& stop);

  std::function<void()> bark;
  std::mutex mutex;
  std::condition_variable_any changed;
  std::chrono::steady_clock::time_point deadline;
  bool guarding = false;
  bool barked = false;
  std::jthread thread;
};

} // namespace eigenboard::typesetting
