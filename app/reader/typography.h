#pragma once

#include "views/render/theme.h"

#include <QtCore/qnamespace.h>
#include <QtGui/QFont>

namespace eigenboard::reader {

/// How one kind of text is set. Lengths in px.
struct TextStyle {
  QFont font;
  QFont codeFont; ///< of `code` in the sentence
  QColor color;
  double lineHeight = 24; ///< baseline to baseline, unless a formula needs more
  double formulaEm = 18;  ///< the em at which formulas have the text's x-height
  Qt::AlignmentFlag alignment = Qt::AlignLeft;
  bool scrollsWide = true; ///< not on paper: there a wide formula gets smaller, and code keeps to its column
};

/// The type of the book at one text size, derived from the theme's colours and the zoom.
struct Typography {
  double zoom = 1;
  double unit = 26;     ///< the body's line height: the measure of all vertical space
  double measure = 560; ///< width of the text column, about 70 characters
  TextStyle body;
  TextStyle title;
  TextStyle heading; ///< of a component
  TextStyle subheading;
  TextStyle minorHeading;
  TextStyle label;  ///< the small coloured name of a component
  TextStyle note;   ///< small interface text: minutes, needs, purposes
  TextStyle button; ///< on the page: "Copy"
  TextStyle cell;
  TextStyle headerCell;
  TextStyle code;
  TextStyle display; ///< a display formula
  TextStyle summary; ///< of a fold
  TextStyle cardTitle;
  TextStyle message;
  TextStyle footnote;
  TextStyle part;   ///< the small name beside a part of a mistake, and of an exercise's tier
  TextStyle number; ///< of an exercise
  TextStyle caption;
};

/// zoom: 1 is a body text of 17 px.
Typography typography(const render::Theme& theme, double zoom);

/// Height of a lower-case x of the font, in px, free of the rounding that hinting brings.
double xHeight(const QFont& font);

} // namespace eigenboard::reader
