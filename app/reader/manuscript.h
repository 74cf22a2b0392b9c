#pragma once

#include "app/book/tree.h"
#include "app/reader/paragraph.h"
#include "app/reader/paragraph_builder.h"

#include <memory>
#include <vector>

namespace eigenboard::reader {

enum class NodeKind : std::uint8_t {
  Text,
  Title,
  Note,  ///< small interface text under the title or at the end
  Label, ///< the name of a component, above its heading
  Heading,
  Subheading,
  MinorHeading,
  Display,
  List,
  Item,
  Quote,
  Table,
  Row,
  Cell,
  Code,
  Output,
  Fold,
  Card,
  Figure, ///< a panel's picture on paper; children: its caption
  Rule,
  Message,
};

/// A block of the page with its paragraphs made, but not yet placed. Of a list item, text is the marker; of a
/// fold, the summary.
struct Node {
  NodeKind kind = NodeKind::Text;
  std::unique_ptr<Paragraph> text;
  std::vector<Node> children;
  QString anchor;          ///< of a heading
  bool tight = false;      ///< of a list
  bool open = false;       ///< of a fold
  book::PanelLink panel;   ///< of a card or a figure
  double naturalWidth = 0; ///< of code at its usual size, once it is measured
};

/// Builds the nodes of a page. Cost: the making of the texts; their shapes are made when they are laid out.
std::vector<Node> makeNodes(const book::Blocks& blocks, const PageContext& context);

/// A line of small interface text.
Node makeNote(const book::Inlines& text, const PageContext& context);

} // namespace eigenboard::reader
