#pragma once

#include "views/typesetting/faces.h"

#include <QtCore/QString>

#include <vector>

namespace eigenboard::typesetting {

/// A stretch of a symbol's text that one font draws.
struct TextPiece {
  QString text;
  bool fallback = false; ///< the face lacks it
  double advance = 0;    ///< em; only without fallback
};

/// The text in pieces that the face can draw and pieces that it cannot. Characters that take no room and
/// leave no ink (zero-width spaces) are left out.
std::vector<TextPiece> splitText(const QString& text, std::uint8_t face);

struct FallbackText {
  QPainterPath outline; ///< em, y down, origin on the baseline
  double advance = 0;   ///< em
};

/// Sets text that KaTeX's fonts lack in the book's text face, or whatever the system has for it.
FallbackText fallbackText(const QString& text, const Face& face);

} // namespace eigenboard::typesetting
