#include "app/navigation/reading_watch.h"

#include <algorithm>

namespace eigenboard::navigation {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

constexpr milliseconds timePerWord = 100ms; // a third of the time at 200 words a minute; faster is leafing
constexpr milliseconds leastTime = 2s;
constexpr milliseconds idleTime = 90s; // a window of text takes a slow reader about so long

} // namespace

milliseconds leastReadingTime(int words) {
  return std::max(leastTime, std::max(0, words) * timePerWord);
}

void ReadingWatch::begin(const QStringList& read) {
  spent_.clear();
  inView_.clear();
  isWatching_ = false;
  for (const QString& anchor : read)
    spent_[anchor].isRead = true;
}

QStringList ReadingWatch::observe(Moment now, const std::vector<SectionInView>& inView, bool moved) {
  if (isWatching_) {
    const milliseconds until = std::min(now, lastMove_ + idleTime);
    const double elapsed = static_cast<double>(std::max(0ms, until - last_).count());
    for (const SectionInView& section : inView_)
      spent_[section.anchor].milliseconds += elapsed * std::clamp(section.share, 0., 1.);
  }
  QStringList read;
  // What has just come into the window has its end seen, but no time yet: it is judged with the rest.
  for (const SectionInView& section : inView)
    spent_[section.anchor].isEndSeen |= section.isEndSeen;
  const auto judge = [&](const SectionInView& section) {
    Spent& spent = spent_[section.anchor];
    if (spent.isRead || !spent.isEndSeen ||
        spent.milliseconds < static_cast<double>(leastReadingTime(section.words).count()))
      return;
    spent.isRead = true;
    read.append(section.anchor);
  };
  for (const SectionInView& section : inView_)
    judge(section);
  for (const SectionInView& section : inView)
    judge(section);
  if (moved || !isWatching_)
    lastMove_ = now;
  inView_ = inView;
  last_ = now;
  isWatching_ = true;
  return read;
}

} // namespace eigenboard::navigation
