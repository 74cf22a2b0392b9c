#pragma once

#include "views/render/theme.h"

namespace eigenboard::reader {

/// The colour moved towards that of the text just as far as small letters in it need to be read on the
/// ground: 4.5:1, or 7:1 in a theme that promises that.
QColor readableInk(const QColor& color, const QColor& ground, const render::Theme& theme);

/// The colour with an opacity from 0 to 1.
QColor translucent(QColor color, double opacity);

} // namespace eigenboard::reader
