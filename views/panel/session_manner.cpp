#include "core/numerics/random.h"
#include "views/panel/session.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panel {

void Session::setManner(const Manner& manner) {
  Manner next = manner;
  next.speed = std::isnan(next.speed) ? manner_.speed : std::clamp(next.speed, slowestSpeed, fastestSpeed);
  next.locked.removeIf([this](const QString& key) {
    const int index = parameterIndex(description(), key);
    return index < 0 || description().parameters[static_cast<std::size_t>(index)].kind != Kind::Seed;
  });
  if (next == manner_)
    return;
  const bool isOtherPace = next.speed != manner_.speed;
  manner_ = std::move(next);
  if (isOtherPace && isPlaying())
    playback_.start(manner_.speed * description().processes.front().stepsPerSecond);
  emit mannerChanged();
}

State Session::keepingLocked(State wanted) {
  for (std::size_t i = 0; i < wanted.values.size(); ++i) {
    const Parameter& parameter = description().parameters[i];
    if (!manner_.locked.contains(parameter.key) || wanted.values[i] == state_.values[i])
      continue;
    toNote_ =
        tr("%1 is locked and stays %2; unlock it to take %3")
            .arg(parameter.label, toText(parameter, state_.values[i]), toText(parameter, wanted.values[i]));
    wanted.values[i] = state_.values[i];
    schedule();
  }
  return wanted;
}

void Session::newSeed(const QString& key) {
  const int index = parameterIndex(description(), key);
  if (index < 0 || description().parameters[static_cast<std::size_t>(index)].kind != Kind::Seed)
    return;
  const Parameter& parameter = description().parameters[static_cast<std::size_t>(index)];
  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  numerics::Random random(static_cast<std::uint64_t>(now));
  const double before = number(key);
  double drawn = before;
  while (drawn == before)
    drawn = std::floor(random.uniform(parameter.minimum, parameter.maximum + 1));
  beginGesture(tr("New %1").arg(parameter.label.toLower()));
  set(key, drawn);
  endGesture();
}

} // namespace eigenboard::panel
