#pragma once

#include "views/render/theme.h"

#include <QtGui/QFont>

namespace eigenboard::render {

inline constexpr int tickPixelSize = 12;

/// A scale at which a live view can be laid out: from a half to eight, 1 for what is no number.
double usableScale(double scale);

/// The interface face in pixels, unhinted so that screen, image and vector file agree on every width.
QFont figureFont(int pixelSize, QFont::Weight weight = QFont::Normal);

/// Of the numbers beside the axes: heavier where a theme has to be read by eyes that need it.
QFont tickFont(const Theme& theme);

} // namespace eigenboard::render
