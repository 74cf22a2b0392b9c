#include "app/print/printable.h"

#include "app/book/groups.h"

#include <algorithm>
#include <utility>

namespace eigenboard::print {

namespace {

using book::Block;
using book::Blocks;
using book::Inline;
using book::InlineKind;
using book::Inlines;

Inline inlineWords(const QString& text) {
  Inline made;
  made.text = text;
  return made;
}

/// A place to write an answer in, or the options to ring.
Inlines blank(const book::CheckLink& check) {
  if (check.kind == book::CheckLink::Kind::Choice)
    return {
        inlineWords(QStringLiteral("( ") + check.options.join(QStringLiteral(" / ")) + QStringLiteral(" )"))};
  if (check.kind == book::CheckLink::Kind::Code)
    return {}; // paper runs nothing
  return {inlineWords(QStringLiteral("________"))};
}

bool leadsSomewhereOnPaper(const book::Link& link) {
  const auto* note = std::get_if<book::NoteLink>(&link);
  return std::holds_alternative<book::FileLink>(link) || std::holds_alternative<book::WebLink>(link) ||
         (note && !note->isBack);
}

Inlines printed(const Inlines& pieces) {
  Inlines made;
  for (const Inline& piece : pieces) {
    if (piece.kind == InlineKind::Link && !leadsSomewhereOnPaper(piece.link)) {
      const auto* check = std::get_if<book::CheckLink>(&piece.link);
      // The way back from a footnote is a sign that says nothing on paper.
      const Inlines rest = check                                                ? blank(*check)
                           : std::holds_alternative<book::NoteLink>(piece.link) ? Inlines{}
                                                                                : printed(piece.children);
      made.insert(made.end(), rest.begin(), rest.end());
      continue;
    }
    Inline copy = piece;
    copy.children = printed(piece.children);
    made.push_back(std::move(copy));
  }
  return made;
}

/// In a table of symbols, the column that names controls of the program: nobody turns them on paper.
void dropControls(book::Table& table) {
  const auto named = std::find_if(table.header.begin(), table.header.end(), [](const Inlines& cell) {
    return book::plainText(cell).trimmed() == QStringLiteral("On the panel");
  });
  if (named == table.header.end() || table.header.size() < 2)
    return;
  const auto column = named - table.header.begin();
  table.header.erase(named);
  table.columns.erase(table.columns.begin() + column);
  for (auto& row : table.rows)
    row.erase(row.begin() + column);
}

class Printer {
 public:
  Printable take() { return std::move(made_); }

  Blocks print(const Blocks& blocks) {
    Blocks out;
    for (const Block& block : blocks)
      std::visit([&](const auto& content) { add(out, content, block.line); }, block.content);
    return out;
  }

 private:
  template <typename Content>
  static void put(Blocks& out, Content content, int line) {
    out.push_back(Block{std::move(content), line});
  }

  void add(Blocks& out, const book::Paragraph& content, int line) {
    const QString number = book::exerciseNumber(Block{content, line});
    exercise_ = number.isEmpty() ? exercise_ : number;
    put(out, book::Paragraph{printed(content.text)}, line);
  }

  void add(Blocks& out, const book::Heading& content, int line) {
    exercise_.clear();
    put(out, book::Heading{content.level, printed(content.text), content.anchor}, line);
  }

  void add(Blocks& out, const book::List& content, int line) {
    book::List made = content;
    for (book::ListItem& item : made.items)
      item.blocks = print(item.blocks);
    put(out, std::move(made), line);
  }

  void add(Blocks& out, const book::Quote& content, int line) {
    book::Quote made = content;
    made.blocks = print(content.blocks);
    put(out, std::move(made), line);
  }

  void add(Blocks& out, const book::Table& content, int line) {
    book::Table made = content;
    dropControls(made);
    for (Inlines& cell : made.header)
      cell = printed(cell);
    for (auto& row : made.rows)
      for (Inlines& cell : row)
        cell = printed(cell);
    put(out, std::move(made), line);
  }

  void add(Blocks& out, const book::PanelCard& content, int line) {
    put(out, book::PanelCard{content.link, printed(content.caption)}, line);
  }

  void add(Blocks& out, const book::Fold& content, int line) {
    const QString name = book::plainText(content.summary);
    const bool isHint = name == QStringLiteral("Hint");
    const bool isSolution = name == QStringLiteral("Solution");
    Blocks inside = print(content.blocks);
    Inline label;
    label.kind = InlineKind::Strong;
    if ((isHint || isSolution) && !exercise_.isEmpty()) {
      label.children = {inlineWords(exercise_)};
      begin(inside, std::move(label));
      Blocks& place = isHint ? made_.hints : made_.solutions;
      place.insert(place.end(), std::make_move_iterator(inside.begin()),
                   std::make_move_iterator(inside.end()));
      return;
    }
    label.children = printed(content.summary);
    put(out, book::Paragraph{{std::move(label)}}, line);
    out.insert(out.end(), std::make_move_iterator(inside.begin()), std::make_move_iterator(inside.end()));
  }

  /// Formulas, code, rules and messages are what they are.
  template <typename Content>
  void add(Blocks& out, const Content& content, int line) {
    put(out, content, line);
  }

  /// Puts the label before the first inlineWords.
  static void begin(Blocks& blocks, Inline label) {
    auto* first = blocks.empty() ? nullptr : std::get_if<book::Paragraph>(&blocks.front().content);
    if (!first) {
      blocks.insert(blocks.begin(), Block{book::Paragraph{{std::move(label)}}, 0});
      return;
    }
    first->text.insert(first->text.begin(), {std::move(label), inlineWords(QStringLiteral(" "))});
  }

  Printable made_;
  QString exercise_;
};

} // namespace

Printable printable(const Blocks& blocks) {
  Printer printer;
  Blocks body = printer.print(blocks);
  Printable made = printer.take();
  made.body = std::move(body);
  return made;
}

} // namespace eigenboard::print
