#include "views/typesetting/watchdog.h"

#include <utility>

namespace eigenboard::typesetting {

Watchdog::Watchdog(std::function<void()> bark)
    : bark(std::move(bark)), thread([this](const std::stop_token& stop) { watch(stop); }) {}

Watchdog::~Watchdog() {
  thread.request_stop();
  changed.notify_all();
}

void Watchdog::guard(std::chrono::milliseconds limit) {
  const std::scoped_lock lock(mutex);
  deadline = std::chrono::steady_clock::now() + limit;
  guarding = true;
  barked = false;
  changed.notify_all();
}

bool Watchdog::release() {
  const std::scoped_lock lock(mutex);
  guarding = false;
  return barked;
}

void Watchdog::watch(const std::stop_token& stop) {
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    if (!guarding || barked) {
      changed.wait(lock, stop, [this] { return guarding && !barked; });
    } else if (std::chrono::steady_clock::now() < deadline) {
      changed.wait_until(lock, stop, deadline,
                         [this, waitedFor = deadline] { return deadline != waitedFor; });
    } else {
      barked = true;
      bark(); // under the lock, so that release() cannot return in the middle of it
    }
  }
}

} // namespace eigenboard::typesetting
