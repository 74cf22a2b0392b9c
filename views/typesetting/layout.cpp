#include "views/typesetting/layout.h"

#include "views/typesetting/line_box.h"
#include "views/typesetting/measure.h"
#include "views/typesetting/place.h"
#include "views/typesetting/tex_error.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::typesetting {

namespace {

using enum BoxClass;

/// A line of the formula: \\ outside any environment ends one.
struct Line {
  std::vector<const Box*> boxes;
  double width = 0;
  double height = 0;
  double depth = 0;
  LineBox box; ///< at least as high and deep
  double gapAbove = 0;
};

struct Lines {
  std::vector<Line> lines{Line{}};
  const Box* tag = nullptr;
};

const Box* find(const Box& box, BoxClass boxClass) {
  if (box.classes.has(boxClass))
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = find(child, boxClass))
      return found;
  return nullptr;
}

Lines breakLines(const Box& html) {
  Lines result;
  for (const Box& child : html.children) {
    Line& line = result.lines.back();
    if (child.classes.has(Newline)) {
      result.lines.push_back({});
      result.lines.back().gapAbove = child.style.marginTop;
    } else if (child.classes.has(Tag)) {
      result.tag = &child;
    } else {
      line.boxes.push_back(&child);
      line.width += child.outerWidth;
      line.height = std::max(line.height, child.height);
      line.depth = std::max(line.depth, child.depth);
      extend(line.box, child);
    }
  }
  return result;
}

void endSegment(Formula& formula, const Box& box, double x) {
  const auto count = [](const auto& items) { return static_cast<std::uint32_t>(items.size()); };
  formula.segments.push_back({static_cast<float>(x), static_cast<float>(box.outerWidth),
                              static_cast<float>(box.height), static_cast<float>(box.depth),
                              count(formula.glyphs), count(formula.rules), count(formula.outlines),
                              count(formula.parts)});
}

void placeLines(Formula& formula, const Lines& lines, Style style) {
  double y = 0;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Line& line = lines.lines[i];
    if (i == 0)
      formula.height = line.height;
    else
      y += lines.lines[i - 1].box.descent + line.gapAbove + line.box.ascent;
    double x = style == Style::Display ? (formula.width - line.width) / 2 : 0;
    for (const Box* box : line.boxes) {
      place(formula, *box, x, y, box->outerWidth);
      endSegment(formula, *box, x);
      x += box->outerWidth;
    }
    formula.depth = y + line.depth;
  }
}

// KaTeX puts a \tag at the right edge of the page; a formula knows no page, so it follows at a distance.
void placeTag(Formula& formula, const Box& tag) {
  constexpr double gap = 2;
  if (!(tag.outerWidth > 0))
    return; // the automatic numbers of align and gather, which only a whole document could count
  formula.width += gap;
  place(formula, tag, formula.width, 0, tag.outerWidth);
  formula.width += tag.outerWidth;
  formula.height = std::max(formula.height, tag.height);
  formula.depth = std::max(formula.depth, tag.depth);
}

// Beyond this, \kern or \rule was given a length no page has room for.
constexpr double largestExtent = 500;

bool isDrawable(const Formula& formula) {
  const auto fits = [](double value) { return std::abs(value) <= largestExtent; }; // false for NaN as well
  return fits(formula.width) && fits(formula.height) && fits(formula.depth) &&
         std::ranges::all_of(formula.glyphs, [&](const Glyph& g) { return fits(g.x) && fits(g.y); }) &&
         std::ranges::all_of(formula.rules, [&](const Rule& r) {
           return fits(r.x) && fits(r.y) && fits(r.width) && fits(r.height);
         });
}

} // namespace

Formula layOutFormula(Box root, Style style) {
  measure(root, style);
  Formula formula;
  const Box* html = find(root, KatexHtml);
  if (!html) {
    formula.error = unreadableLayout();
    return formula;
  }
  const Lines lines = breakLines(*html);
  for (const Line& line : lines.lines)
    formula.width = std::max(formula.width, line.width);
  placeLines(formula, lines, style);
  if (lines.tag)
    placeTag(formula, *lines.tag);
  if (lines.lines.size() > 1 || lines.tag || formula.segments.size() < 2)
    formula.segments.clear();
  if (!isDrawable(formula)) {
    formula = {};
    formula.error = tooLarge();
  }
  return formula;
}

} // namespace eigenboard::typesetting
