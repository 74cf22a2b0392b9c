#pragma once

#include "app/reader/manuscript.h"

#include <QtCore/QHash>

namespace eigenboard::reader {

/// A paragraph at its place on the page. separator: what a copy puts before it.
struct PlacedText {
  Paragraph* paragraph = nullptr;
  QPointF origin;
  QString separator;
  QRectF window{}; ///< what shows of it, where it is scrolled sideways; else null

  /// The part of it that shows; without width where it is scrolled out of sight.
  QRectF rect() const;
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

enum class TargetKind : std::uint8_t {
  Link,
  Object,
  Fold,
  Card,
  Copy,
  Exercise,
  Run,
  Edit,
  Beside, ///< opens the code in the editor beside the text
  Reset,
  More,
  Strip, ///< the bar that scrolls code or a table sideways
};

/// Something the reader can do: with the mouse, or by the keyboard in this order.
struct Target {
  TargetKind kind = TargetKind::Link;
  int text = -1;  ///< index of the placed text, of links and objects
  int index = -1; ///< of the link or object in its paragraph
  Node* node = nullptr;
  QRectF rect;
};

/// A window onto code or a table that is wider than its room (wide_block.h). The texts from firstText up to
/// lastText lie behind it, moved to the left by node->scrolled.
struct Strip {
  Node* node = nullptr;
  QRectF window;
  QRectF bar;          ///< below it: what is pressed and dragged
  double furthest = 0; ///< px that it can be scrolled
  std::size_t firstText = 0;
  std::size_t lastText = 0;
};

/// Where everything of a page is, in px from its top left corner.
struct Layout {
  std::vector<PlacedText> texts; ///< in reading order
  std::vector<Decoration> decorations;
  std::vector<Target> targets;
  std::vector<Strip> strips;
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
