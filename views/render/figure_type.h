#pragma once

#include <QtGui/QFont>

namespace eigenboard::render {

inline constexpr int tickPixelSize = 12;

/// The interface face in pixels, unhinted so that screen, image and vector file agree on every width.
QFont figureFont(int pixelSize, QFont::Weight weight = QFont::Normal);

} // namespace eigenboard::render
