#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QPainterPath>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace eigenboard::typesetting {

enum class Style : std::uint8_t { Inline, Display };

/// One glyph of a KaTeX face. x, y: baseline origin in em of the whole formula, y down, relative to the
/// formula's baseline at its left edge. size: the glyph's own em as a multiple of the formula's em.
struct Glyph {
  std::uint8_t face = 0;
  char32_t character = 0;
  float x = 0;
  float y = 0;
  float size = 1;
  QRgb color = 0; ///< 0: the ink colour of the text around it
};

/// A filled rectangle (fraction bar, array rule, root bar), em, y down, relative to the baseline.
struct Rule {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  QRgb color = 0;
};

/// A filled outline (root sign, stretchy brace, wide accent), em, y down, relative to the baseline.
struct Outline {
  QPainterPath path;
  QRgb color = 0;
};

/// Where a part of the formula named with \htmlData{part=name}{...} ended up: em, y down, relative to the
/// baseline. It paints nothing; it lets a view point at a symbol or a live number.
struct Part {
  QString name;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

/// Glyphs that belong together: glyphs[first] to glyphs[first + count - 1]. What a single glyph means follows
/// from its face and character; this says the rest, for symbolsOf().
struct GlyphGroup {
  enum class Kind : std::uint8_t {
    Accented,    ///< a symbol under (or over) an accent; command: \hat
    Name,        ///< the name of an operator
    Text,        ///< words
    Delimiter,   ///< the pieces of one tall delimiter
    Superscript, ///< an exponent, or the limit above an operator
    Subscript,   ///< an index, or the limit below one
  };
  Kind kind = Kind::Text;
  QString command;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  QRectF drawn; ///< the rules and outlines among them: em, y down, relative to the baseline
};

/// A stretch of the formula between two places where a line may be broken (KaTeX: after a relation or a
/// binary operator outside all braces), em. glyphs and the other three: how many of the formula's stand
/// before the segment's end.
struct Segment {
  float x = 0;
  float width = 0;
  float height = 0; ///< above the baseline
  float depth = 0;
  std::uint32_t glyphs = 0;
  std::uint32_t rules = 0;
  std::uint32_t outlines = 0;
  std::uint32_t parts = 0;
};

/// A laid-out formula: what to paint and where, independent of size and colour.
/// width, height (above the baseline) and depth (below it, ≥ 0) in em.
struct Formula {
  double width = 0;
  double height = 0;
  double depth = 0;
  std::vector<Glyph> glyphs;
  std::vector<Rule> rules;
  std::vector<Outline> outlines;
  std::vector<Part> parts;
  std::vector<GlyphGroup> groups; ///< inner ones before those around them
  std::vector<Segment> segments;  ///< from left to right; empty for a formula of one segment, of several
                                  ///< lines, or with a tag
  QString tex;
  QString spoken; ///< in English words, for screen readers; see spoken.mjs
  QString error;  ///< empty, or why the TeX could not be typeset; then nothing else but tex is set
};

using FormulaPointer = std::shared_ptr<const Formula>;

} // namespace eigenboard::typesetting
