#pragma once

#include "views/panel/session.h"
#include "views/render/export.h"

namespace eigenboard::stage {

/// The live panel as things to take away. The clipboard gets text, or an image in several formats at once.
void copyNumpy(panel::Session& session);
void copyTex(panel::Session& session);
void copyValues(panel::Session& session);
/// PNG at twice the screen's resolution, SVG and PDF in one go. Empty, or why there was nothing to copy.
QString copyFigure(panel::Session& session, const render::Theme& theme, typesetting::Typesetter& typesetter);

/// Writes the figure whole or not at all; the format by the file name's ending. Empty, or the reason.
QString exportToFile(panel::Session& session, const render::Theme& theme, typesetting::Typesetter& typesetter,
                     const QString& fileName);

} // namespace eigenboard::stage
