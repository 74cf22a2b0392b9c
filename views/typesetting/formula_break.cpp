#include "views/typesetting/formula_break.h"

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

using Index = std::ptrdiff_t;

template <class Item>
std::vector<Item> sliced(const std::vector<Item>& items, std::uint32_t from, std::uint32_t to, float left) {
  std::vector<Item> slice(items.begin() + static_cast<Index>(from), items.begin() + static_cast<Index>(to));
  for (Item& item : slice)
    item.x -= left;
  return slice;
}

FormulaPointer row(const Formula& whole, std::size_t first, std::size_t last) {
  const Segment start = first > 0 ? whole.segments[first - 1] : Segment{};
  const Segment& end = whole.segments[last];
  const float left = whole.segments[first].x;
  Formula piece;
  piece.tex = whole.tex;
  piece.width = static_cast<double>(end.x + end.width - left);
  for (std::size_t i = first; i <= last; ++i) {
    piece.height = std::max(piece.height, static_cast<double>(whole.segments[i].height));
    piece.depth = std::max(piece.depth, static_cast<double>(whole.segments[i].depth));
  }
  piece.glyphs = sliced(whole.glyphs, start.glyphs, end.glyphs, left);
  piece.rules = sliced(whole.rules, start.rules, end.rules, left);
  piece.parts = sliced(whole.parts, start.parts, end.parts, left);
  for (GlyphGroup group : whole.groups)
    if (group.first >= start.glyphs && group.first + group.count <= end.glyphs) {
      group.first -= start.glyphs;
      group.drawn.translate(-static_cast<double>(left), 0);
      piece.groups.push_back(std::move(group));
    }
  for (std::uint32_t i = start.outlines; i < end.outlines; ++i) {
    piece.outlines.push_back(whole.outlines[i]);
    piece.outlines.back().path.translate(-static_cast<double>(left), 0);
  }
  return std::make_shared<const Formula>(std::move(piece));
}

} // namespace

double widestSegment(const Formula& formula) {
  if (formula.segments.empty())
    return formula.width;
  float widest = 0;
  for (const Segment& segment : formula.segments)
    widest = std::max(widest, segment.width);
  return static_cast<double>(widest);
}

std::vector<FormulaPointer> brokenFormula(const FormulaPointer& formula, double width) {
  const std::vector<Segment>& segments = formula->segments;
  if (formula->width <= width || segments.size() < 2)
    return {formula};
  std::vector<FormulaPointer> rows;
  std::size_t first = 0;
  for (std::size_t i = 1; i <= segments.size(); ++i) {
    const bool fits = i < segments.size() &&
                      static_cast<double>(segments[i].x + segments[i].width - segments[first].x) <= width;
    if (fits)
      continue;
    rows.push_back(row(*formula, first, i - 1));
    first = i;
  }
  return rows;
}

} // namespace eigenboard::typesetting
