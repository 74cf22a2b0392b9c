#include "app/reader/table_flow.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenboard::reader {

namespace {

struct Column {
  double least = 0;
  double natural = 0;
  double width = 0;
};

constexpr double shortWord = 4; ///< times the type's size
constexpr double smallExcess = 0.08;

/// A number such as E.5.9 is one word, though a line may end at its points.
double leastOf(Paragraph& cell) {
  const bool isWord =
      !cell.content().text.contains(u' ') && cell.naturalWidth() <= shortWord * cell.style().font.pixelSize();
  return std::ceil(isWord ? cell.naturalWidth() : cell.leastWidth()) + 1;
}

std::vector<Column> measureColumns(Node& table) {
  std::vector<Column> columns(table.children.empty() ? 0 : table.children.front().children.size());
  for (Node& row : table.children)
    for (std::size_t i = 0; i < columns.size() && i < row.children.size(); ++i) {
      Paragraph& cell = *row.children[i].text;
      columns[i].natural = std::max(columns[i].natural, std::ceil(cell.naturalWidth()) + 1);
      columns[i].least = std::max(columns[i].least, std::min(columns[i].natural, leastOf(cell)));
    }
  return columns;
}

template <typename Part>
double sum(const std::vector<Column>& columns, Part part) {
  return std::accumulate(columns.begin(), columns.end(), 0.,
                         [&](double total, const Column& column) { return total + part(column); });
}

/// Widths between least and natural, in all as given: a columns that wants no more than its even share gets
/// what it wants, so that symbols and numbers stand on one line, and prose has the rest. Of two columns of
/// prose the one with more to say gets more, but by far not in proportion: both have to be read.
void share(std::vector<Column>& columns, double width) {
  // A width w(s) of a column grows with s: the s is sought at which the widths fill the table.
  const auto fill = [&](const auto& wanted) {
    double low = 0;
    double high = 1;
    const auto total = [&](double s) {
      return sum(columns, [&](const Column& c) { return std::clamp(wanted(c, s), c.least, c.natural); });
    };
    while (total(high) < width && high < 1e9)
      high *= 2;
    for (int i = 0; i < 50; ++i)
      (total((low + high) / 2) < width ? low : high) = (low + high) / 2;
    for (Column& column : columns)
      column.width = std::clamp(wanted(column, low), column.least, column.natural);
    return low;
  };
  const double even = fill([](const Column&, double s) { return s; });
  fill([even](const Column& c, double s) {
    return c.natural <= even ? c.natural : s * std::sqrt(std::min(c.natural, 4 * even));
  });
  for (Column& column : columns)
    column.width = std::floor(column.width);
}

/// width: of the text in the columns, padding not counted; room: the most it may be, unless it scrolls.
void distribute(std::vector<Column>& columns, double width, double room, bool scrolls) {
  // What is wider than most of the room is broken even inside words and formulas.
  for (Column& column : columns)
    column.least = std::min(column.least, std::max(16., 0.7 * room));
  const double natural = sum(columns, [](const Column& c) { return c.natural; });
  const double least = sum(columns, [](const Column& c) { return c.least; });
  if (natural <= width) {
    // A table that nearly fills the column fills it, so that its rules end where the lines of text do.
    const double spare = natural > 0.62 * width ? width - natural : 0;
    for (Column& column : columns)
      column.width = column.natural + std::floor(spare / static_cast<double>(columns.size()));
    return;
  }
  const double target = std::clamp(least, width, std::max(width, room));
  if (least < target)
    return share(columns, target);
  // For so little nobody wants to scroll: the widest column, mostly of formulas, is set closer or broken.
  if (scrolls && least <= (1 + smallExcess) * target) {
    for (Column& column : columns)
      column.width = column.least;
    const auto widest = std::max_element(columns.begin(), columns.end(),
                                         [](const Column& a, const Column& b) { return a.width < b.width; });
    widest->width -= std::ceil(least - target);
    return;
  }
  for (Column& column : columns)
    column.width = scrolls ? column.least : std::max(16., std::floor(column.least * target / least));
}

} // namespace

TableLayout layOutTable(Node& table, const Typography& type, double width, double room) {
  TableLayout made;
  std::vector<Column> columns = measureColumns(table);
  if (columns.empty())
    return made;
  const double gap = std::round(1.25 * type.cell.font.pixelSize());
  const double gaps = gap * static_cast<double>(columns.size() - 1);
  distribute(columns, width - gaps, room - gaps, type.code.scrollsWide);
  made.width = sum(columns, [](const Column& c) { return c.width; }) + gaps;

  const double vertical = std::round(0.3 * type.cell.font.pixelSize());
  made.rules.push_back({0, true});
  double y = 1;
  for (std::size_t r = 0; r < table.children.size(); ++r) {
    Node& row = table.children[r];
    double firstBaseline = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      Paragraph& cell = *row.children[i].text;
      cell.layOut(columns[i].width);
      if (cell.lineCount() > 0)
        firstBaseline = std::max(firstBaseline, cell.baseline(0));
    }
    double bottom = y + vertical;
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      Paragraph& cell = *row.children[i].text;
      const double down = cell.lineCount() > 0 ? firstBaseline - cell.baseline(0) : 0;
      const QString separator = i > 0   ? QStringLiteral("\t")
                                : r > 0 ? QStringLiteral("\n")
                                        : QStringLiteral("\n\n");
      made.cells.push_back({&cell, QPointF(x, y + vertical + down), separator});
      bottom = std::max(bottom, y + vertical + down + cell.height());
      x += columns[i].width + gap;
    }
    y = bottom + vertical;
    made.rules.push_back({y, r == 0 || r + 1 == table.children.size()});
    y += 1;
  }
  made.height = y;
  return made;
}

} // namespace eigenboard::reader
