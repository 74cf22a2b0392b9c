#include "app/book/lint_walk.h"

namespace eigenboard::book::lint {

namespace {

/// The lists of blocks that a block holds.
std::vector<const Blocks*> listsIn(const Block& block) {
  std::vector<const Blocks*> lists;
  if (const auto* quote = std::get_if<Quote>(&block.content))
    lists.push_back(&quote->blocks);
  else if (const auto* fold = std::get_if<Fold>(&block.content))
    lists.push_back(&fold->blocks);
  else if (const auto* list = std::get_if<List>(&block.content))
    for (const ListItem& item : list->items)
      lists.push_back(&item.blocks);
  return lists;
}

void gather(const Blocks& blocks, std::vector<const Block*>& found) {
  for (const Block& block : blocks) {
    found.push_back(&block);
    for (const Blocks* inner : listsIn(block))
      gather(*inner, found);
  }
}

/// The sentences of one block, without those of the blocks it holds.
std::vector<const Inlines*> sentencesOf(const Block& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
    return {&paragraph->text};
  if (const auto* heading = std::get_if<Heading>(&block.content))
    return {&heading->text};
  if (const auto* fold = std::get_if<Fold>(&block.content))
    return {&fold->summary};
  std::vector<const Inlines*> cells;
  if (const auto* table = std::get_if<Table>(&block.content)) {
    for (const Inlines& cell : table->header)
      cells.push_back(&cell);
    for (const std::vector<Inlines>& row : table->rows)
      for (const Inlines& cell : row)
        cells.push_back(&cell);
  }
  return cells;
}

int firstLine(const Inlines& text) {
  for (const Inline& piece : text) {
    // The parser gives no place for the mark that opens an emphasis, only for the words in it.
    const int inner = firstLine(piece.children);
    if (inner > 0)
      return inner;
    if (piece.line > 0)
      return piece.line;
  }
  return 0;
}

void visitPieces(const Inlines& text, int line, const std::function<void(const Inline&, int)>& visit) {
  for (const Inline& piece : text) {
    const int own = piece.line > 0 ? piece.line : line;
    visit(piece, own);
    visitPieces(piece.children, own, visit);
  }
}

} // namespace

std::vector<const Block*> inOrder(const Blocks& blocks) {
  std::vector<const Block*> found;
  gather(blocks, found);
  return found;
}

void visitLists(const Blocks& blocks, const std::function<void(const Blocks&)>& visit) {
  visit(blocks);
  for (const Block& block : blocks)
    for (const Blocks* inner : listsIn(block))
      visitLists(*inner, visit);
}

void visitInlines(const Blocks& blocks, const std::function<void(const Inline&, int line)>& visit) {
  for (const Block* block : inOrder(blocks)) {
    if (const auto* card = std::get_if<PanelCard>(&block->content)) {
      Inline link;
      link.kind = InlineKind::Link;
      link.link = card->link;
      link.children = card->caption;
      link.line = block->line;
      visitPieces({std::move(link)}, block->line, visit);
    }
    for (const Inlines* sentence : sentencesOf(*block))
      visitPieces(*sentence, block->line, visit);
  }
}

int lineOf(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.content);
  const int first = paragraph ? firstLine(paragraph->text) : 0;
  return first > 0 ? first : block.line;
}

std::set<QString> anchorsOf(const Blocks& blocks) {
  std::set<QString> anchors;
  for (const Block* block : inOrder(blocks))
    if (const auto* heading = std::get_if<Heading>(&block->content))
      anchors.insert(heading->anchor);
  return anchors;
}

} // namespace eigenboard::book::lint
