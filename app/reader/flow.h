#pragma once

#include "app/reader/manuscript.h"

#include <QtCore/QHash>

namespace eigenboard::reader {

/// A paragraph at its place on the page. separator: what a copy puts before it.
struct PlacedText {
  Paragraph* paragraph = nullptr;
  QPointF origin;
  QString separator;
  QRectF rect() const { return {origin, QSizeF(paragraph->width(), paragraph->height())}; }
};

enum class DecorationKind : std::uint8_t {
  CodeSurface,
  OutputSurface,
  ErrorLine, ///< of code
  CardSurface,
  Figure,
  QuoteBar,
  FoldBar,
  MessageBar,
  TableRule,
  HeadRule, ///< the stronger rules of a table
  Hairline,
  ComponentSign,
  StatementSurface,
  StatementSign,
  MistakeBar,
  Chip,
  Picture,
};

struct Decoration {
  DecorationKind kind = DecorationKind::Hairline;
  QRectF rect;
  const Node* node = nullptr; ///< whose it is, where it is drawn by what that node is
};

enum class TargetKind : std::uint8_t { Link, Object, Fold, Card, Copy, Exercise, Run, Edit, Reset, More };

/// Something the reader can do: with the mouse, or by the keyboard in this order.
struct Target {
  TargetKind kind = TargetKind::Link;
  int text = -1;  ///< index of the placed text, of links and objects
  int index = -1; ///< of the link or object in its paragraph
  Node* node = nullptr;
  QRectF rect;
};

/// Where everything of a page is, in px from its top left corner.
struct Layout {
  std::vector<PlacedText> texts; ///< in reading order
  std::vector<Decoration> decorations;
  std::vector<Target> targets;
  QHash<QString, double> anchors; ///< tops of the headings
  std::vector<double> blockTops;  ///< of the outermost blocks, and the end of the last one
  double width = 0;
  double height = 0;
  double columnLeft = 0;
  double columnWidth = 0;
};

/// A place on the page that means the same at every width and text size: outermost block, and how far into it
/// in [0, 1). As one number, block + fraction.
double placeAt(const Layout& layout, double y);
double heightOf(const Layout& layout, double place);

/// Sets the page in a window so many px wide: one column of at most the measure, in the middle.
Layout flow(std::vector<Node>& nodes, const Typography& type, double width);

} // namespace eigenboard::reader
