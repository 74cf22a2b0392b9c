#pragma once

#include <QtGui/QPainterPath>

class QString;
class QRectF;

namespace eigenboard::typesetting {

/// The outline an SVG path's data describes (every command but arcs, which KaTeX does not use). What
/// follows a fault in the data is left out, as SVG asks.
QPainterPath parseSvgPath(const QString& data);

/// The part of a filled path inside the rectangle. Curves that cross an edge are cut as fine polygons.
QPainterPath clipped(const QPainterPath& path, const QRectF& rectangle);

} // namespace eigenboard::typesetting
