#include "app/book/code_cells.h"

#include <utility>

namespace eigenboard::book {

namespace {

void collect(const Blocks& blocks, std::vector<CodeCell>& cells) {
  bool isAfterCell = false;
  for (const Block& block : blocks) {
    const bool wasCell = std::exchange(isAfterCell, false);
    if (const auto* code = std::get_if<Code>(&block.content)) {
      if (code->language == QStringLiteral("python")) {
        cells.push_back({code->text, std::nullopt, block.line});
        isAfterCell = true;
      } else if (wasCell && code->language == QStringLiteral("output")) {
        cells.back().output = code->text;
      }
    } else if (const auto* fold = std::get_if<Fold>(&block.content)) {
      collect(fold->blocks, cells);
    } else if (const auto* quote = std::get_if<Quote>(&block.content)) {
      collect(quote->blocks, cells);
    } else if (const auto* list = std::get_if<List>(&block.content)) {
      for (const ListItem& item : list->items)
        collect(item.blocks, cells);
    }
  }
}

} // namespace

std::vector<CodeCell> codeCells(const Blocks& blocks) {
  std::vector<CodeCell> cells;
  collect(blocks, cells);
  return cells;
}

} // namespace eigenboard::book
