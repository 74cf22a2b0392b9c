#pragma once

#include "views/panel/session.h"
#include "views/render/export.h"
#include "views/render/view_look.h"

#include <QtCore/QByteArray>
#include <QtCore/QMimeData>

#include <memory>

namespace eigenboard::stage {

/// What a reader takes away from a panel in its present state.

/// The state with every value, the readouts and the invariants, as indented JSON. Infinities are "inf" and
/// "-inf", what is undefined is null.
QByteArray valuesAsJson(panel::Session& session);

/// The picture with its formula; the state is stored in the file. pixelRatio: for PNG. looks: how the reader
/// looks at its views.
render::Figure figure(panel::Session& session, const render::Theme& theme,
                      typesetting::Typesetter& typesetter, render::FigureFormat format, double pixelRatio = 2,
                      const std::vector<render::ViewLook>& looks = {});

/// The picture as image/png, image/svg+xml and application/pdf, as an image for programs that take only that,
/// and the state as JSON text; each rendered now. Null with the reason where one of them cannot be.
struct CopiedPicture {
  std::unique_ptr<QMimeData> data;
  QString error;
};
CopiedPicture copiedPicture(panel::Session& session, const render::Theme& theme,
                            typesetting::Typesetter& typesetter,
                            const std::vector<render::ViewLook>& looks = {});

} // namespace eigenboard::stage
