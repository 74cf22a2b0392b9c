#pragma once

#include "app/book/link.h"
#include "app/reader/typography.h"
#include "views/typesetting/formula.h"

#include <QtCore/QPointF>
#include <QtGui/QTextLayout>

#include <vector>

namespace eigenboard::reader {

enum class ObjectKind : std::uint8_t {
  Formula,
  Scrub,  ///< a number to drag
  Value,  ///< a live readout
  Tick,   ///< the box before a goal
  Answer, ///< an entry that checks a number or an expression
  Choice, ///< the circle before an option
};
enum class Mark : std::uint8_t { None, Right, Wrong, Unreadable };

/// A piece of a formula that is broken. y: of its baseline below that of the first row, px. left: where it
/// begins in the formula that is not broken, em.
struct FormulaRow {
  typesetting::FormulaPointer formula;
  double y = 0;
  double left = 0;
};

/// What stands in a line of text without being text: one placeholder character of the paragraph.
struct InlineObject {
  ObjectKind kind = ObjectKind::Formula;
  int position = 0; ///< of the placeholder
  QString tex;
  bool display = false;
  typesetting::FormulaPointer formula; ///< null until it is typeset
  book::Link link;
  QString source; ///< what the file says in its place
  QString text;   ///< what is shown now; of a choice its option
  QString
      widest; ///< the widest text it is expected to show: its place, so that nothing moves while it changes
  Mark mark = Mark::None;
  int group = -1; ///< of a choice: the same for all options of one answer
  // Set by measuring and by the layout, px.
  double width = 0;
  double above = 0; ///< the baseline
  double below = 0;
  double scale = 1;             ///< below 1 for a formula wider than its column
  std::vector<FormulaRow> rows; ///< of a formula in a sentence that is broken; empty when it is not
  double contentWidth = 0;      ///< of a display formula that is scrolled sideways; else 0
  double scrolled = 0;          ///< px of it that are hidden at the left
  QPointF origin;               ///< of its baseline at its left edge, relative to the paragraph
};

struct Span {
  int start = 0;
  int length = 0;
};

/// Words that do something. problem: why they cannot.
struct LinkSpan {
  Span span;
  book::Link link;
  QString problem;
  bool isPassive = false; ///< marked, but leads nowhere: a term while there is no glossary
  bool isOption = false;  ///< an option of a choice, with its circle
};

/// The text of a paragraph before it is laid out.
struct ParagraphText {
  QString text;
  QList<QTextLayout::FormatRange> formats; ///< of the words; objects get theirs from their width
  std::vector<InlineObject> objects;
  std::vector<LinkSpan> links;
  std::vector<Span> code;
};

/// The placeholder of an object: a letter, so that lines break round it as round a word. It is never painted.
inline constexpr QChar objectPlaceholder = u'x';
inline constexpr QChar nonBreakingHyphen = QChar(0x2011); ///< a copy has the common one

} // namespace eigenboard::reader
