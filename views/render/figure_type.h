#pragma once

#include "views/render/theme.h"

#include <QtCore/QRectF>
#include <QtGui/QFont>

class QPainter;

namespace eigenboard::render {

inline constexpr int tickPixelSize = 12;
/// Of the titles of views.
inline constexpr int titlePixelSize = 16;

/// A scale at which a live view can be laid out: from a half to eight, 1 for what is no number.
double usableScale(double scale);

/// The interface face in pixels, unhinted so that screen, image and vector file agree on every width.
QFont figureFont(int pixelSize, QFont::Weight weight = QFont::Normal);

/// In px at scale 1, with the room that rounding asks for.
double titleWidth(const QString& title);

/// The title of a view at the left of its row: smaller where the row is short, and only then cut short.
/// Returns the width it takes.
double paintViewTitle(QPainter& painter, const QString& title, const QRectF& row, const Theme& theme);

/// Of the numbers beside the axes: heavier where a theme has to be read by eyes that need it.
QFont tickFont(const Theme& theme);

} // namespace eigenboard::render
