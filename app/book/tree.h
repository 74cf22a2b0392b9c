#pragma once

#include "app/book/link.h"

#include <QtCore/QString>

#include <cstdint>
#include <variant>
#include <vector>

namespace eigenboard::book {

enum class InlineKind : std::uint8_t { Text, Code, Math, Break, Emphasis, Strong, Strike, Link, Image };

/// A piece of a sentence. text: of Text and Code; the TeX of Math; the source of an Image.
/// children: of Emphasis, Strong, Strike and Link; the description of an Image.
struct Inline {
  InlineKind kind = InlineKind::Text;
  QString text;
  Link link;
  std::vector<Inline> children;
  QString title; ///< of an Image: its caption
  int line = 0;  ///< in the file, from 1; 0 where it is not known
};
using Inlines = std::vector<Inline>;

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
  int level = 1;
  Inlines text;
  QString anchor; ///< "the-mathematics-columns", unique in the page
};
struct Paragraph {
  Inlines text;
};
struct DisplayMath {
  QString tex;
};
/// Of a task list's item: whether it begins with a box, and whether that is ticked.
enum class Task : std::uint8_t { None, Open, Done };
struct ListItem {
  std::vector<Block> blocks;
  Task task = Task::None;
};
struct List {
  bool ordered = false;
  int start = 1;
  bool tight = true;
  std::vector<ListItem> items;
  bool notes = false; ///< the footnotes of the page, in the order of their numbers
};
struct Quote {
  std::vector<Block> blocks;
};
enum class Align : std::uint8_t { Left, Center, Right };
/// Every row has as many cells as there are columns.
struct Table {
  std::vector<Align> columns;
  std::vector<Inlines> header;
  std::vector<std::vector<Inlines>> rows;
};
/// A fence. An `output` fence that follows a `python` one has the language "output".
struct Code {
  QString language;
  QString text;
};
struct Fold {
  Inlines summary;
  std::vector<Block> blocks;
};
/// A panel link that is alone in its paragraph.
struct PanelCard {
  PanelLink link;
  Inlines caption;
};
struct Rule {};
/// What stands in place of content beyond a limit.
struct Message {
  QString text;
};

struct Block {
  std::variant<Paragraph, Heading, DisplayMath, List, Quote, Table, Code, Fold, PanelCard, Rule, Message>
      content;
  int line = 0;
};

/// The words of a sentence, formulas as TeX in dollars.
QString plainText(const Inlines& text);

} // namespace eigenboard::book
