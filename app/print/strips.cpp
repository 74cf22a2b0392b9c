#include "app/print/strips.h"

#include <QtCore/QHash>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace eigenboard::print {

namespace {

using reader::Decoration;
using reader::DecorationKind;
using reader::Layout;
using reader::Node;
using reader::NodeKind;
using reader::Paragraph;

constexpr double afterParagraph = 0;
constexpr double insideParagraph = 4;
constexpr double insideCode = 16;
constexpr double insideTable = 40;
constexpr double afterFormula = 200; ///< its translation follows, and a formula at the edge of a page is lost
constexpr int linesKeptTogether = 2; ///< of a paragraph or of code, on either page
constexpr double touching = 0.5;     ///< px: lines that only meet are two strips

/// What a text is, and what a break before its first line costs.
struct Part {
  NodeKind kind = NodeKind::Text;
  double cost = afterParagraph;
  const Node* row = nullptr;     ///< of the table it stands in
  const Node* headRow = nullptr; ///< above that row
};
using Parts = QHash<const Paragraph*, Part>;

void collect(const std::vector<Node>& nodes, Parts& parts, double cost = afterParagraph,
             const Node* row = nullptr, const Node* headRow = nullptr) {
  for (const Node& node : nodes) {
    if (node.text)
      parts.insert(node.text.get(), {node.kind, cost, row, headRow});
    if (node.exercise.tierText)
      parts.insert(node.exercise.tierText.get(), {node.kind, cost, row, headRow});
    if (node.kind != NodeKind::Table) {
      collect(node.children, parts);
      continue;
    }
    // The first row stays with the head, and the last one is not alone.
    for (std::size_t row = 0; row < node.children.size(); ++row)
      collect(node.children[row].children, parts,
              row == 0                                        ? afterParagraph
              : row == 1 || (row + 1 == node.children.size()) ? forbidden
                                                              : insideTable,
              &node.children[row], row == 0 ? nullptr : &node.children.front());
  }
}

bool leadsOn(NodeKind kind) {
  return kind == NodeKind::Title || kind == NodeKind::Label || kind == NodeKind::Heading ||
         kind == NodeKind::Subheading || kind == NodeKind::MinorHeading || kind == NodeKind::Mistake ||
         kind == NodeKind::Exercise;
}

bool isCode(NodeKind kind) {
  return kind == NodeKind::Code || kind == NodeKind::Output;
}

bool isExercise(const Node* node) {
  return node && node->kind == NodeKind::Exercise;
}

bool isWhole(DecorationKind kind) {
  return kind == DecorationKind::CardSurface || kind == DecorationKind::Figure ||
         kind == DecorationKind::Picture;
}

/// A line, with what the strips need to know of the text it belongs to.
struct Line {
  Strip strip;
  NodeKind kind = NodeKind::Text;
  bool first = false;
  bool last = false;
};

/// A row whose cells have different numbers of lines is as high as the highest of them.
using Rows = QHash<const Node*, Strip>;

/// Between the strong rules above and below it, with as much room below as above its words.
TableHead headAround(const Strip& row, const Layout& layout) {
  double above = -std::numeric_limits<double>::infinity();
  double below = std::numeric_limits<double>::infinity();
  for (const Decoration& decoration : layout.decorations) {
    if (decoration.kind != DecorationKind::HeadRule)
      continue;
    if (decoration.rect.top() <= row.top)
      above = std::max(above, decoration.rect.top());
    else
      below = std::min(below, decoration.rect.bottom());
  }
  return std::isfinite(below - above) ? TableHead{above, below, row.top - above} : TableHead{};
}

bool hasWords(const Node& row) {
  return std::any_of(row.children.begin(), row.children.end(),
                     [](const Node& cell) { return cell.text && cell.text->length() > 0; });
}

Rows rowsOf(const Parts& parts, const Layout& layout) {
  Rows rows;
  for (const reader::PlacedText& text : layout.texts) {
    const auto [kind, cost, row, headRow] = parts.value(text.paragraph);
    if (!row || text.paragraph->lineCount() == 0)
      continue;
    const QRectF rect = text.rect();
    const Strip now = rows.value(row, {rect.top(), rect.bottom(), cost});
    rows.insert(row, {std::min(now.top, rect.top()), std::max(now.bottom, rect.bottom()), cost});
  }
  return rows;
}

/// The lower edges of the rules of tables, from top to bottom.
std::vector<double> rulesOf(const Layout& layout) {
  std::vector<double> rules;
  for (const Decoration& decoration : layout.decorations)
    if (decoration.kind == DecorationKind::TableRule || decoration.kind == DecorationKind::HeadRule)
      rules.push_back(decoration.rect.bottom());
  std::sort(rules.begin(), rules.end());
  return rules;
}

/// Of each row below a head that has words.
QHash<const Node*, TableHead> headsOf(const Parts& parts, const Rows& rows, const Layout& layout) {
  QHash<const Node*, TableHead> heads;
  QHash<const Node*, TableHead> known; // of each head row
  for (const Part& part : parts) {
    if (!part.headRow || !rows.contains(part.headRow) || !hasWords(*part.headRow))
      continue;
    if (!known.contains(part.headRow))
      known.insert(part.headRow, headAround(rows.value(part.headRow), layout));
    heads.insert(part.row, known.value(part.headRow));
  }
  return heads;
}

std::vector<Line> linesOf(const std::vector<Node>& nodes, const Layout& layout, double pageHeight) {
  Parts parts;
  collect(nodes, parts);
  Rows rows = rowsOf(parts, layout);
  const QHash<const Node*, TableHead> heads = headsOf(parts, rows, layout);
  const std::vector<double> rules = rulesOf(layout);
  for (auto row = rows.begin(); row != rows.end(); ++row) {
    row->head = heads.value(row.key());
    // The rule below a row is on its page, so that the table has an edge there.
    if (const auto rule = std::lower_bound(rules.begin(), rules.end(), row->bottom); rule != rules.end())
      row->bottom = *rule;
  }
  std::vector<Line> lines;
  for (const Strip& row : std::as_const(rows))
    if (row.bottom - row.top <= pageHeight)
      lines.push_back({row, NodeKind::Row, true, true});
  for (const Decoration& decoration : layout.decorations)
    if (decoration.kind == DecorationKind::Hairline && isExercise(decoration.node))
      lines.push_back({{decoration.rect.top(), decoration.rect.bottom(), afterParagraph},
                       NodeKind::Exercise,
                       true,
                       true});
  for (const Decoration& decoration : layout.decorations)
    if (isWhole(decoration.kind)) // a figure stays with the heading above it, as a line would
      lines.push_back(
          {{decoration.rect.top(), decoration.rect.bottom(), afterParagraph}, NodeKind::Figure, true, true});
  for (const reader::PlacedText& text : layout.texts) {
    const auto [kind, cost, row, headRow] = parts.value(text.paragraph);
    if (const Strip whole = rows.value(row); row && whole.bottom - whole.top <= pageHeight)
      continue;
    const int count = text.paragraph->lineCount();
    for (int i = 0; i < count; ++i) {
      const auto [top, bottom] = text.paragraph->lineSpan(i);
      Line line{
          {text.origin.y() + top, text.origin.y() + bottom, insideParagraph}, kind, i == 0, i + 1 == count};
      if (i == 0)
        line.strip.cost = cost;
      else if (i < linesKeptTogether || i > count - linesKeptTogether)
        line.strip.cost = forbidden; // a line alone on one of the two pages
      else if (isCode(kind))
        line.strip.cost = insideCode;
      line.strip.head = heads.value(row);
      lines.push_back(line);
    }
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& one, const Line& other) { return one.strip.top < other.strip.top; });
  return lines;
}

/// What belongs to the lines round it.
void bind(std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Line& before = lines[i - 1];
    Line& line = lines[i];
    double& cost = line.strip.cost;
    if (leadsOn(before.kind))
      cost = forbidden;
    else if (line.kind == NodeKind::Display || line.kind == NodeKind::Output)
      cost = forbidden;
    else if (before.kind == NodeKind::Display)
      cost = std::max(cost, afterFormula);
    // The first line of an exercise, where a short one is a paragraph of its own.
    if (i > 1 && lines[i - 2].kind == NodeKind::Exercise && before.kind != NodeKind::Exercise &&
        !leadsOn(line.kind))
      cost = forbidden;
    // The line before a formula brings its own predecessor with it.
    if (line.kind == NodeKind::Display && before.kind == NodeKind::Text && !before.first)
      lines[i - 1].strip.cost = forbidden;
  }
}

bool isSurface(DecorationKind kind) {
  return kind == DecorationKind::CodeSurface || kind == DecorationKind::OutputSurface ||
         kind == DecorationKind::StatementSurface;
}

} // namespace

std::vector<Strip> stripsOf(const std::vector<Node>& nodes, const Layout& layout, double pageHeight) {
  std::vector<Line> lines = linesOf(nodes, layout, pageHeight);
  bind(lines);
  for (const Decoration& decoration : layout.decorations)
    if (isSurface(decoration.kind))
      for (Line& line : lines) {
        // The first and the last line of a surface take its padding with them.
        if (line.first && line.strip.top >= decoration.rect.top() &&
            line.strip.bottom <= decoration.rect.bottom())
          line.strip.top = decoration.rect.top();
        if (line.last && line.strip.top >= decoration.rect.top() &&
            line.strip.bottom <= decoration.rect.bottom())
          line.strip.bottom = decoration.rect.bottom();
      }
  std::vector<Strip> strips;
  for (const Line& line : lines)
    strips.push_back(line.strip);
  for (const Decoration& decoration : layout.decorations)
    if (decoration.kind == DecorationKind::Hairline && !isExercise(decoration.node))
      strips.push_back({decoration.rect.top(), decoration.rect.bottom(), afterParagraph});
  std::stable_sort(strips.begin(), strips.end(),
                   [](const Strip& one, const Strip& other) { return one.top < other.top; });
  // What stands side by side, or inside a figure, is one strip.
  std::vector<Strip> joined;
  for (const Strip& strip : strips) {
    if (joined.empty() || strip.top >= joined.back().bottom - touching) {
      joined.push_back(strip);
      continue;
    }
    joined.back().bottom = std::max(joined.back().bottom, strip.bottom);
  }
  return joined;
}

} // namespace eigenboard::print
