#pragma once

#include <QtGui/QPainterPath>
#include <QtGui/QRawFont>

#include <cstdint>

namespace eigenboard::typesetting {

inline constexpr int faceCount = 20; ///< the faces of KaTeX's fonts

enum class Family : std::uint8_t {
  Main,
  Math,
  Ams,
  Caligraphic,
  Fraktur,
  SansSerif,
  Script,
  Size1,
  Size2,
  Size3,
  Size4,
  Typewriter
};

/// A face by number, and what a browser would add because the family has no bold or italic cut.
struct Face {
  std::uint8_t index = 0;
  bool synthesizeBold = false;
  bool synthesizeOblique = false;
};

Face findFace(Family family, bool bold, bool italic);

Family faceFamily(std::uint8_t face);

/// Whether the face is bold or italic, by its cut or synthesized.
bool isBoldFace(const Face& face);
bool isItalicFace(const Face& face);

// The faces are embedded and read once for the whole program, each when it is first asked for.
// Safe to call from any thread; needs a QGuiApplication.

/// Whether the face can draw the character.
bool hasGlyph(std::uint8_t face, char32_t character);

/// How far the pen moves, in em; 0 for a character the face lacks.
double glyphAdvance(std::uint8_t face, char32_t character);

/// How far the face's tallest and deepest parts reach from the baseline, em.
double faceAscent(std::uint8_t face);
double faceDescent(std::uint8_t face);

/// The glyph's outline with its origin at (0, 0), em, y down; empty for a character the face lacks.
QPainterPath glyphOutline(std::uint8_t face, char32_t character);

/// The face for glyph runs, from Qt's font database, so that a PDF embeds it. GUI thread only.
/// Invalid if the database refuses it.
QRawFont glyphRunFont(std::uint8_t face, double pixelSize);

} // namespace eigenboard::typesetting
