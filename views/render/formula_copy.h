#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QMimeData>

#include <cstdint>
#include <memory>

namespace eigenboard::render {

/// What of a formula is copied.
enum class FormulaCopy : std::uint8_t {
  Tex,   ///< plain text
  Svg,   ///< image/svg+xml, and the file's source as plain text
  Image, ///< a picture on a transparent ground
  Words, ///< the spoken form as plain text
};

/// The formula as the clipboard has it, dark on nothing whatever the theme, since it is for other documents.
/// Null where there is nothing to copy: a formula with an error has only its TeX.
std::unique_ptr<QMimeData> formulaCopy(const typesetting::Formula& formula, FormulaCopy what);

} // namespace eigenboard::render
