#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QByteArray>
#include <QtCore/QSize>
#include <QtGui/QImage>

namespace eigenboard::render {

/// The size in px of a picture of the formula alone, with a little white round it: its box and all ink
/// outside that. pixelsPerEm > 0. Empty for a formula with an error, and where a side would be longer than
/// 20000 px or the picture larger than 200 million: then the two below give nothing either.
QSize formulaImageSize(const typesetting::Formula& formula, double pixelsPerEm);

/// The formula as an SVG file on a transparent ground, its glyphs as outlines, its TeX as the title. The same
/// input gives the same bytes.
QByteArray formulaSvg(const typesetting::Formula& formula, double pixelsPerEm, const QColor& ink);

/// The formula on a transparent ground; null also where memory is short. Needs a QGuiApplication.
QImage formulaImage(const typesetting::Formula& formula, double pixelsPerEm, const QColor& ink);

} // namespace eigenboard::render
