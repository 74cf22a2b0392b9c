#include "app/book/symbols.h"

#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace eigenboard::book {

namespace {

/// Where the columns of a table are; −1: not there.
struct Columns {
  int said = -1;
  int meaning = -1;
  int panel = -1;
  int metIn = -1;
};

Columns columnsOf(const std::vector<Inlines>& header) {
  Columns columns;
  for (std::size_t i = 1; i < header.size(); ++i) {
    const QString title = plainText(header[i]).trimmed().toLower();
    const int index = static_cast<int>(i);
    if (title.startsWith(QStringLiteral("said")))
      columns.said = index;
    else if (title.startsWith(QStringLiteral("meaning")))
      columns.meaning = index;
    else if (title.contains(QStringLiteral("panel")))
      columns.panel = index;
    else if (title.contains(QStringLiteral("met")) || title.contains(QStringLiteral("used")))
      columns.metIn = index;
  }
  return columns;
}

void collect(const Inlines& pieces, InlineKind kind, QStringList& found) {
  for (const Inline& piece : pieces) {
    if (piece.kind == kind)
      found.push_back(piece.text);
    collect(piece.children, kind, found);
  }
}

QStringList all(const Inlines& pieces, InlineKind kind) {
  QStringList found;
  collect(pieces, kind, found);
  return found;
}

int lineOf(const std::vector<Inlines>& row, int otherwise) {
  for (const Inlines& cell : row)
    for (const Inline& piece : cell)
      if (piece.line > 0)
        return piece.line;
  return otherwise;
}

void readTable(const Table& table, int line, Symbols& symbols) {
  const Columns columns = columnsOf(table.header);
  const Inlines none;
  for (const std::vector<Inlines>& row : table.rows) {
    const auto cell = [&](int index) -> const Inlines& {
      return index >= 0 && index < static_cast<int>(row.size()) ? row[static_cast<std::size_t>(index)] : none;
    };
    SymbolEntry entry;
    entry.line = lineOf(row, line);
    const QStringList formulas = row.empty() ? QStringList() : all(row.front(), InlineKind::Math);
    if (formulas.isEmpty()) {
      symbols.problems.push_back({entry.line, translated("a row of the table of symbols has no formula in "
                                                         "its first column")});
      continue;
    }
    entry.said = plainText(cell(columns.said)).trimmed();
    entry.meaning = cell(columns.meaning);
    entry.keys = all(cell(columns.panel), InlineKind::Code);
    for (const QString& chapter : plainText(cell(columns.metIn)).split(u','))
      if (!chapter.trimmed().isEmpty())
        entry.metIn.push_back(chapter.trimmed());
    if (plainText(entry.meaning).trimmed().isEmpty())
      symbols.problems.push_back(
          {entry.line, translated("the symbol $%1$ has no meaning in its table").arg(formulas.front())});
    for (const QString& tex : formulas) {
      entry.tex = tex;
      symbols.entries.push_back(entry);
    }
  }
}

} // namespace

Symbols readSymbols(const Blocks& blocks) {
  Symbols symbols;
  for (const Block* block : lint::inOrder(blocks)) {
    const auto* table = std::get_if<Table>(&block->content);
    if (table && !table->header.empty() &&
        plainText(table->header.front()).trimmed().compare(QStringLiteral("symbol"), Qt::CaseInsensitive) ==
            0)
      readTable(*table, block->line, symbols);
  }
  return symbols;
}

} // namespace eigenboard::book
