#include "views/panel/playback.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panel {

namespace {

constexpr int shortestBeat = 16; ///< milliseconds: a frame
constexpr int longestBeat = 100'000;
constexpr double madeUpFor = 0.1; ///< seconds; a picture that jumps further is not seen to play

} // namespace

Playback::Playback(QObject* parent) : QObject(parent) {
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &Playback::beat);
}

void Playback::start(double stepsPerSecond) {
  stepsPerSecond_ = stepsPerSecond;
  owed_ = 0;
  sinceBeat_.start();
  timer_.start(static_cast<int>(std::clamp<double>(1000 / stepsPerSecond, shortestBeat, longestBeat)));
}

void Playback::beat() {
  const double seconds = static_cast<double>(sinceBeat_.nsecsElapsed()) * 1e-9;
  sinceBeat_.start();
  if (timer_.interval() > shortestBeat) {
    emit due(1);
    return;
  }
  owed_ = std::min(owed_ + seconds * stepsPerSecond_, std::max(1.0, madeUpFor * stepsPerSecond_));
  const double whole = std::floor(owed_);
  owed_ -= whole;
  if (whole > 0)
    emit due(static_cast<int>(std::min(whole, 1e6)));
}

} // namespace eigenboard::panel
