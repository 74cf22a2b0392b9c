#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <vector>

namespace eigenboard::navigation {

/// A section as it stands in the window at one moment.
struct SectionInView {
  QString anchor;
  int words = 0;
  double share = 0;       ///< of the window's height that it fills, 0 to 1
  bool isEndSeen = false; ///< its last line is above the lower edge of the window
};

/// Tells reading from leafing through. A section has been read when its end has been in the window and the
/// time spent with it comes to a third of its reading time at 200 words a minute (a tenth of a second a
/// word), and to two seconds at least. Time counts for each section by the share of the window it fills; it
/// stops counting when nothing has moved for 90 seconds, and when the window is not in front (do not observe
/// then, or suspend).
class ReadingWatch {
 public:
  using Moment = std::chrono::milliseconds;

  /// Another page, of which these sections have been read before.
  void begin(const QStringList& read);
  /// What is in the window from this moment on; now never runs backwards (a step back counts nothing).
  /// moved: the reader has scrolled or pressed something since the last time. Gives the sections that have
  /// become read.
  QStringList observe(Moment now, const std::vector<SectionInView>& inView, bool moved);
  /// Nobody is looking until the next observe().
  void suspend() { isWatching_ = false; }

 private:
  struct Spent {
    double milliseconds = 0;
    bool isEndSeen = false;
    bool isRead = false;
  };
  QHash<QString, Spent> spent_;
  std::vector<SectionInView> inView_;
  Moment last_{0};
  Moment lastMove_{0};
  bool isWatching_ = false;
};

/// The least time that reading so many words takes.
std::chrono::milliseconds leastReadingTime(int words);

} // namespace eigenboard::navigation
