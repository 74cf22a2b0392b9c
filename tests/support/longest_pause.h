#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <algorithm>

namespace eigenboard::tests {

/// How long the event loop was held up at most, from when this was made until its last beat.
class LongestPause {
 public:
  LongestPause() {
    QObject::connect(&beat_, &QTimer::timeout, &beat_, [this] {
      longest_ = std::max(longest_, clock_.elapsed() - last_);
      last_ = clock_.elapsed();
    });
    clock_.start();
    beat_.start(5);
  }
  qint64 milliseconds() const { return longest_; }

 private:
  QTimer beat_;
  QElapsedTimer clock_;
  qint64 last_ = 0;
  qint64 longest_ = 0;
};

} // namespace eigenboard::tests
