#pragma once

#include "views/scene/marks.h"

#include <QtGui/QColor>

#include <array>
#include <vector>

namespace eigenboard::render {

/// Colours by meaning. The palette of the marks is that of Okabe and Ito, in a light, a dark, a strong and
/// a projector's tuning: every role but Grid stands out from surface, page and chrome at 3:1 or more, text
/// and textMuted at 4.5:1 or more (contrast as WCAG 2 defines it). The nine roles of series are told apart by
/// colour-blind readers too, as far as nine can be; a name beside the line helps them all.
struct Theme {
  QString key; ///< "light", "dark", "contrast", "presentation"
  QString name;
  bool dark = false;
  bool highContrast = false; ///< text at 7:1 or more, marks at 4.5:1, and rules that are seen at once
  double strokes = 1;        ///< lines of marks are this many times as wide as the scene says
  double type = 1;           ///< live pictures and formulas are this many times as large as usual
  std::array<QColor, scene::roleCount> roles;
  QColor page;      ///< behind the text of the book
  QColor surface;   ///< behind a picture
  QColor chrome;    ///< toolbars and side panels
  QColor text;      ///< body text
  QColor textMuted; ///< captions, line numbers
  QColor link;
  QColor rule; ///< separators
  QColor codeSurface;
  QColor selection;
  QColor error;

  const QColor& color(scene::Role role) const { return roles.at(static_cast<std::size_t>(role)); }
};

std::vector<Theme> themes();
/// The theme of that key; the light one when there is none.
Theme themeNamed(const QString& key);
/// The one after it, in the order of themes(), round and round.
Theme themeAfter(const QString& key);

/// The ratio of WCAG 2 between two opaque colours, from 1 to 21.
double contrastRatio(const QColor& one, const QColor& other);

} // namespace eigenboard::render
