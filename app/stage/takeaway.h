#pragma once

#include "views/panel/session.h"
#include "views/render/export.h"

#include <QtCore/QByteArray>

namespace eigenboard::stage {

/// What a reader takes away from a panel in its present state.

/// The state with every value, the readouts and the invariants, as indented JSON. Infinities are "inf" and
/// "-inf", what is undefined is null.
QByteArray valuesAsJson(panel::Session& session);

/// The picture with its formula; the state is stored in the file. pixelRatio: for PNG.
render::Figure figure(panel::Session& session, const render::Theme& theme,
                      typesetting::Typesetter& typesetter, render::FigureFormat format,
                      double pixelRatio = 2);

} // namespace eigenboard::stage
