#pragma once

#include "views/typesetting/faces.h"

#include <QtCore/QString>

namespace eigenboard::typesetting {

/// The TeX of one character as a face of KaTeX's draws it in mathematics: \mathbf{A} for an A of the bold
/// face, \lambda, \mathbb{R}, 1.
QString characterTex(std::uint8_t face, char32_t character);

/// The TeX that draws the same as command{base}, where command is a font such as \mathbf and base is a
/// symbol: \mathbf{v}, but \mu for \mathbf{\mu}, since there is no such bold.
QString styledTex(const QString& command, const QString& base);

} // namespace eigenboard::typesetting
