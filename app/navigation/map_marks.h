#pragma once

#include "views/render/theme.h"

class QPainter;
class QPainterPath;

namespace eigenboard::navigation {

// The lines and marks of the map, for the map itself and its legend.

/// The disc of a chapter: a dot when it is not yet written, otherwise a ring that fills. fraction: 0 to 1.
struct StationDisc {
  bool isWritten = false;
  double fraction = 0;
};
void drawStationDisc(QPainter& painter, QPointF centre, StationDisc disc, const render::Theme& theme);

/// The path with a head at its end.
void drawArrow(QPainter& painter, const QPainterPath& path, const QColor& color, double width);

QColor orderColor(const render::Theme& theme);   ///< of what levels build on
QColor neededColor(const render::Theme& theme);  ///< to the chapter that is pointed at
QColor needingColor(const render::Theme& theme); ///< from the chapter that is pointed at
QColor pathColor(const render::Theme& theme);    ///< of the chosen reading path
QColor openColor(const render::Theme& theme);    ///< behind the chapter that is open
inline constexpr double pathWidth = 2.4;

} // namespace eigenboard::navigation
