#pragma once

#include "app/book/code_check.h"
#include "app/book/groups.h"
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
  Statement,
  Mistake,
  MistakePart,
  Exercise,
  Notes,
  Picture,
};

/// What an exercise is beyond its blocks. isDone: the reader said so, where nothing in it is checked.
struct ExercisePart {
  QString number;
  QString tier;
  std::unique_ptr<Paragraph> tierText; ///< null: it stands under no heading
  bool isDone = false;
  bool wasTried = false;
  book::CodeCheck code; ///< what a check:code in it compares with; empty where it has none
};

/// What code is beyond its text, and what its cell (code_cells) has made of it.
struct CodePart {
  QString source;      ///< the text of the fence
  bool isCell = false; ///< Python, which can be run and edited
  bool isRunning = false;
  bool isEditing = false; ///< an editor lies on it
  bool isEdited = false;  ///< its text is not that of the book
  bool isChanged = false; ///< its text or its output is not that of the book
  int errorLine = 0;      ///< to be marked, from 1
  Span more;              ///< of an output: the words that show or hide the rest of it
};

/// A block of the page with its paragraphs made, but not yet placed. Of a list item, text is the marker; of a
/// fold, the summary; of an exercise, the number; of a mistake, its name; of a picture, the caption. A child
/// of code is the output of the reader's run, shown instead of the recorded one; a child of an output is a
/// line about it.
struct Node {
  NodeKind kind = NodeKind::Text;
  std::unique_ptr<Paragraph> text;
  std::vector<Node> children;
  QString anchor;        ///< of a heading, an exercise or a footnote
  bool tight = false;    ///< of a list or the footnotes
  bool open = false;     ///< of a fold
  book::PanelLink panel; ///< of a card or a figure
  int component = -1;    ///< of the label or heading that begins a component: its place among the nine
  book::StatementKind statement = book::StatementKind::Theorem;
  ExercisePart exercise;
  PictureFile picture;
  CodePart code;
  QString description;     ///< of a picture, for who cannot see it
  double naturalWidth = 0; ///< of code at its usual size, once it is measured
  double scrolled = 0;     ///< of code or a table: px that are hidden at its left
};

/// Builds the nodes of a page. Cost: the making of the texts; their shapes are made when they are laid out.
std::vector<Node> makeNodes(const book::Blocks& blocks, const PageContext& context);

/// The words of a footnote; empty when the page has none of that number.
QString footnoteText(const std::vector<Node>& nodes, int number);

/// A line of small interface text.
Node makeNote(const book::Inlines& text, const PageContext& context);

} // namespace eigenboard::reader
