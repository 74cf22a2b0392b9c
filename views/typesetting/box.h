#pragma once

#include "views/typesetting/box_class.h"
#include "views/typesetting/faces.h"

#include <QtCore/QString>
#include <QtGui/QColor>

#include <optional>
#include <vector>

namespace eigenboard::typesetting {

/// The inline style of one of KaTeX's boxes; lengths in em of the box's own font size.
struct BoxStyle {
  std::optional<double> height, width, minWidth;
  std::optional<double> widthInset; ///< width: calc(100% - inset)
  std::optional<double> top, left, bottom, verticalAlign;
  double marginLeft = 0, marginRight = 0, marginTop = 0, paddingLeft = 0;
  std::optional<double> borderTop, borderRight, borderBottom, border; ///< border: all four
  bool dashedRight = false;
  bool shadow = false; ///< \pmb: drawn a second time, slightly to the right
  QString color, borderColor, backgroundColor;
};

enum class BoxKind : std::uint8_t { Span, Symbol, Svg };
enum class Align : std::uint8_t { Left, Center, Right };

/// A path with its data, or the line of a \cancel with "bottom-up" or "top-down" for its direction.
struct SvgShape {
  QString pathData; ///< empty: a line across the viewport
  bool lineUp = false;
  double lineWidth = 0; ///< em
};

/// KaTeX's box as it came, and below, what it inherits and measures in our own layout.
struct Box {
  BoxKind kind = BoxKind::Span;
  BoxClasses classes;
  BoxStyle style;
  QString text;      ///< symbols only
  double italic = 0; ///< symbols only: italic correction, a right margin
  double height = 0; ///< above the baseline, in em of the box around it
  double depth = 0;
  QString part;
  std::vector<Box> children;

  std::vector<SvgShape> shapes; ///< svg only, with the four attributes below
  double viewBoxWidth = 0;      ///< 0: none
  double viewBoxHeight = 0;
  QString preserveAspectRatio;
  QString picture; ///< KaTeX's name of the drawing, such as "vec"

  double em = 1; ///< own font size in em of the formula
  Face face;
  QRgb color = 0;      ///< 0: the surrounding ink
  bool visible = true; ///< false inside \phantom
  bool shadowed = false;
  Align align = Align::Left;
  double paddingRight = 0; ///< em of the box
  double contentWidth = 0; ///< without margins and padding, em of the formula
  double outerWidth = 0;   ///< with margins and padding: what it adds to a line
};

/// Whether the box fills the width it is given (rules, stretchy pictures) instead of having one of its own.
bool fillsWidth(const Box& box);

} // namespace eigenboard::typesetting
