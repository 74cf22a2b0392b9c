#include "app/navigation/map_title.h"

#include "views/controls/appearance.h"

#include <QtGui/QFontMetricsF>

namespace eigenboard::navigation {

namespace {

constexpr double easyRow = 200; ///< narrower ones are set closer
constexpr double rowEnd = 4;

} // namespace

StationMeasure stationMeasure(const QString& id, double rowWidth) {
  const bool isEasy = rowWidth >= easyRow;
  StationMeasure measure;
  measure.type = isEasy ? controls::smallType : controls::smallType - 1;
  measure.discX = isEasy ? 14 : 11;
  measure.idLeft = isEasy ? 25 : 20;
  // The numbers of a level stand below each other, so their room goes by their length and not their letters.
  const QFontMetricsF metrics(controls::interfaceFont(measure.type, QFont::DemiBold));
  const bool isLetter = id.size() <= 1;
  const double widest =
      metrics.horizontalAdvance(isLetter ? QStringLiteral("H") : QString(id.size() - 1, u'0') + u'.');
  measure.titleLeft = measure.idLeft + widest + (isEasy ? 8 : 5);
  measure.titleWidth = std::max(0., rowWidth - measure.titleLeft - rowEnd);
  return measure;
}

TitleLines titleLines(const QString& title, const QFont& font, double width) {
  const QFontMetricsF metrics(font);
  const auto fits = [&](const QString& line) { return metrics.horizontalAdvance(line) <= width; };
  if (fits(title))
    return {{title}, false};
  QString first;
  qsizetype used = 0;
  for (qsizetype at = title.indexOf(u' '); at > 0; at = title.indexOf(u' ', at + 1))
    if (const QString line = title.left(at); fits(line)) {
      first = line;
      used = at + 1;
    }
  if (first.isEmpty()) // one long word
    return {{metrics.elidedText(title, Qt::ElideRight, width)}, true};
  const QString rest = title.mid(used);
  return {{first, metrics.elidedText(rest, Qt::ElideRight, width)}, !fits(rest)};
}

int linesOfStation(const QString& id, const QString& title, double rowWidth) {
  const StationMeasure measure = stationMeasure(id, rowWidth);
  const TitleLines lines =
      titleLines(title, controls::interfaceFont(measure.type, QFont::DemiBold), measure.titleWidth);
  return lines.isCut ? 3 : static_cast<int>(lines.lines.size());
}

} // namespace eigenboard::navigation
