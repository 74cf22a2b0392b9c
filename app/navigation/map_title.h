#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QFont>

namespace eigenboard::navigation {

/// How a chapter's row on the map divides its width: disc, number, title.
struct StationMeasure {
  double discX = 0; ///< of the disc's centre
  double idLeft = 0;
  double titleLeft = 0;
  double titleWidth = 0;
  int type = 0; ///< px of the letters
};
/// Narrow rows have smaller letters and less space round the disc.
StationMeasure stationMeasure(const QString& id, double rowWidth);

/// A title in the lines it takes.
struct TitleLines {
  QStringList lines;
  bool isCut = false; ///< the last line ends in "…"
};
/// Breaks at blanks, into two lines at most.
TitleLines titleLines(const QString& title, const QFont& font, double width);

/// Lines of a chapter's title in a row so wide, in its widest letters: 1 or 2; 3 where even two are cut.
int linesOfStation(const QString& id, const QString& title, double rowWidth);

/// Of one more line, in px.
inline constexpr double titleLineHeight = 14;

} // namespace eigenboard::navigation
